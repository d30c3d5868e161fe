import Arena
import Foundation

/// A board read from a CSV file that `arena rate --format csv` or `arena export ratings` wrote.
struct EarlierBoard {
    /// What is known of one model.
    struct Place {
        let rating: Double
        let rank: Int
    }

    private(set) var places: [String: Place] = [:]

    /// Reads the columns `id` (or `model`) and `rating`; the rank is the place by rating.
    ///
    /// - Throws: ``Failure``: 66 if there is no file, 65 if it is no board.
    init(contentsOf path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.noInput, "no-such-file", "--compare: there is no file \(path).")
        }
        let rows = CSVText(String(decoding: data, as: UTF8.self)).rows
        guard let header = rows.first,
            let name = header.firstIndex(where: { ["id", "model"].contains($0) }),
            let rating = header.firstIndex(of: "rating")
        else {
            throw Failure(
                .badData, "not-a-board",
                "--compare: \(path) has no columns id and rating; write it with --format csv.")
        }
        var ratings: [(name: String, points: Double)] = []
        for (line, row) in rows.enumerated().dropFirst() {
            guard row.count == header.count else {
                throw Failure(.badData, "bad-csv", "\(path), row \(line + 1): a cell is missing.")
            }
            guard let points = Double(row[rating]) else { continue }
            ratings.append((row[name], points))
        }
        for (name, points) in ratings {
            places[name] = Place(rating: points, rank: 1 + ratings.count { $0.points > points })
        }
    }
}

/// The cells of a CSV text (RFC 4180).
private struct CSVText {
    private(set) var rows: [[String]] = []

    init(_ text: String) {
        var row: [String] = []
        var cell = String.UnicodeScalarView()
        var isQuoted = false
        var wasQuote = false
        for scalar in text.unicodeScalars where scalar != "\r" && scalar != "\u{FEFF}" {
            if scalar == "\"" {
                if wasQuote { cell.append(scalar) }
                wasQuote = isQuoted
                isQuoted.toggle()
                continue
            }
            wasQuote = false
            if !isQuoted, scalar == "," || scalar == "\n" {
                row.append(String(cell))
                cell = String.UnicodeScalarView()
                if scalar == "\n" {
                    rows.append(row)
                    row = []
                }
            } else {
                cell.append(scalar)
            }
        }
        if !row.isEmpty || !cell.isEmpty { rows.append(row + [String(cell)]) }
    }
}

/// What moved between two boards.
struct BoardComparison: Encodable {
    /// One model on either board.
    struct Row: Encodable {
        let id: String
        let rankBefore: Int?
        let rank: Int?
        let ratingBefore: Double?
        let rating: Double?
        /// Points gained.
        let change: Double?
    }

    /// The models, those that moved most first.
    let models: [Row]

    /// Compares two boards by name.
    init(from earlier: EarlierBoard, to board: LeaderboardDocument) {
        let ratings = board.models.compactMap(\.rating)
        var rows = board.models.map { model in
            let before = earlier.places[model.id]
            return Row(
                id: model.id, rankBefore: before?.rank,
                rank: model.rating.map { rating in 1 + ratings.count { $0 > rating } },
                ratingBefore: before?.rating, rating: model.rating,
                change: model.rating.flatMap { now in before.map { now - $0.rating } })
        }
        let present = Set(board.models.map(\.id))
        rows += earlier.places.filter { !present.contains($0.key) }.map { id, place in
            Row(
                id: id, rankBefore: place.rank, rank: nil, ratingBefore: place.rating, rating: nil,
                change: nil)
        }
        models = rows.sorted { one, other in
            let (left, right) = (abs(one.change ?? .infinity), abs(other.change ?? .infinity))
            return left != right ? left > right : one.id < other.id
        }
    }

    /// Writes the comparison in a format.
    func write(as format: OutputFormat) throws {
        switch format {
        case .json: try Output.write(json: self)
        case .jsonl: for row in models { try Output.write(json: row) }
        case .csv, .tsv: Output.write(table { "\($0)" }.written(as: format) ?? "")
        case .table, .md:
            Output.write(table { String(format: "%.1f", $0) }.written(as: format) ?? "")
        }
    }

    private func table(_ number: @escaping (Double) -> String) -> TextTable {
        let points = { (value: Double?) in value.map(number) ?? "" }
        let whole = { (value: Int?) in value.map(String.init) ?? "" }
        return TextTable(
            columns: ["id", "rank_before", "rank", "rating_before", "rating", "change"],
            rows: models.map { row in
                [
                    row.id, whole(row.rankBefore), whole(row.rank), points(row.ratingBefore),
                    points(row.rating), points(row.change),
                ]
            })
    }
}
