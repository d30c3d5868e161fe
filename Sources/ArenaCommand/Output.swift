import Arena
import ArgumentParser
import Foundation

/// How a command writes its data on standard output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, jsonl, csv, tsv, md
}

/// Standard output for data, standard error for talk.
enum Output {
    /// Whether people read standard output: it is a terminal.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Writes data.
    static func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    /// Tells the person something that is not data.
    static func tell(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    /// Writes a value as JSON on one line.
    static func write(json value: some Encodable) throws {
        write(String(decoding: try JSONForm.encoder.encode(value), as: UTF8.self) + "\n")
    }
}

/// Rows of text under headings, written in any of the tabular formats.
struct TextTable {
    let columns: [String]
    var rows: [[String]]

    /// The table in a format; `nil` for the formats that are not tables.
    func written(as format: OutputFormat) -> String? {
        switch format {
        case .table: aligned
        case .csv: delimited(by: ",")
        case .tsv: delimited(by: "\t")
        case .md: markdown
        case .json, .jsonl: nil
        }
    }

    private var aligned: String {
        let widths = columns.indices.map { column in
            ([columns] + rows).map { $0[column].count }.max() ?? 0
        }
        return ([columns.map { $0.uppercased() }] + rows).map { cells in
            let padded = zip(cells, widths).map { cell, width in
                let blank = String(repeating: " ", count: width - cell.count)
                return Self.isNumber(cell) ? blank + cell : cell + blank
            }
            let line = padded.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
    }

    private func delimited(by separator: String) -> String {
        ([columns] + rows).map { cells in
            cells.map { CSV.cell($0) }.joined(separator: separator) + "\r\n"
        }.joined()
    }

    private var markdown: String {
        let line = { (cells: [String]) in
            "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
        }
        let rule = "|" + columns.map { _ in "---|" }.joined() + "\n"
        return line(columns) + rule + rows.map(line).joined()
    }

    private static func isNumber(_ cell: String) -> Bool {
        guard let first = cell.utf8.first else { return false }
        return cell.allSatisfy { "0123456789.,±%–- s¢$".contains($0) }
            && (first == UInt8(ascii: "-") || (48...57).contains(first))
    }
}
