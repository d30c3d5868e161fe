import Catalogue
import CatalogueReader
import Evidence
import Foundation
import Providers

/// A published list, from a file or an address.
struct FactsDownload {
    private let name: String
    private let form: PriceList.Form
    private let asOf: CalendarDate?

    /// Looks at what was asked for; nothing is read yet.
    ///
    /// - Throws: ``Failure`` with code `usage` where the form cannot be told or the date is none.
    init(_ name: String, form: PriceList.Form?, asOf: String?) throws {
        self.name = name
        guard let form = form ?? Self.form(of: name) else {
            throw Failure(
                .usage, "which-form", "Say of which form the list is: --from models.dev or litellm."
            )
        }
        self.form = form
        self.asOf = asOf.flatMap { CalendarDate($0) }
        guard asOf == nil || self.asOf?.day != nil else {
            throw Failure(.usage, "no-date", "--as-of takes a day, as 2026-11-21.")
        }
    }

    /// Reads the list.
    func list() async throws -> PriceList {
        let isAddress = name.hasPrefix("http://") || name.hasPrefix("https://")
        let today = CalendarDate(Date())
        let (bytes, date) = try isAddress ? (await fetched(), today) : file()
        return PriceList(
            form: form, name: name, url: isAddress ? name : nil, asOf: asOf ?? date,
            retrieved: today, bytes: bytes)
    }

    private static func form(of name: String) -> PriceList.Form? {
        if name.contains("model_prices") || name.contains("litellm") { return .liteLLM }
        return name.contains("models.dev") || name.hasSuffix("api.json") ? .modelsDev : nil
    }

    private func file() throws -> (Data, CalendarDate) {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: name),
            let size = attributes[.size] as? Int
        else { throw Failure(.noInput, "no-such-file", "There is no file \(name).") }
        guard size <= PriceList.byteLimit, let bytes = FileManager.default.contents(atPath: name)
        else {
            throw Failure(
                .badData, "too-large",
                "\(name) cannot be read, or is longer than \(PriceList.byteLimit) bytes.")
        }
        let date = attributes[.modificationDate] as? Date
        return (bytes, CalendarDate(date ?? Date()))
    }

    private func fetched() async throws -> Data {
        do {
            let address = try WebAddress(name)
            let limits = CurlLimits(
                connect: .seconds(10), total: .seconds(120), bodyBytes: PriceList.byteLimit)
            let response = try await CurlLoop().send(CurlRequest(.get, address, limits: limits))
            guard response.status == 200 else {
                throw Failure(
                    .unreachable, "http", "\(name) answers with status \(response.status).")
            }
            return Data(response.body)
        } catch let error as CurlFailure {
            throw Failure(.unreachable, "unreachable", "\(name) cannot be fetched: \(error.detail)")
        }
    }
}
