import Foundation

/// Looks for model servers on this machine.
///
/// Only loopback is asked, with one `GET` a port.
package struct ProviderDetection: Sendable {
    /// The model servers looked for.
    package enum Server: String, Sendable, CaseIterable {
        /// Ollama.
        case ollama = "Ollama"
        /// llama.cpp's own server.
        case llamaCpp = "llama.cpp"
        /// LM Studio.
        case lmStudio = "LM Studio"
        /// vLLM.
        case vLLM = "vLLM"

        /// The port it listens on when nobody says otherwise.
        package var usualPort: Int {
            switch self {
            case .ollama: 11_434
            case .llamaCpp: 8_080
            case .lmStudio: 1_234
            case .vLLM: 8_000
            }
        }

        fileprivate var path: String { self == .ollama ? "/api/tags" : "/v1/models" }
    }

    /// A server that answered.
    package struct Found: Sendable, Equatable {
        /// Which one it is taken for, by its port.
        package let server: Server
        /// Its base URL for chat completions.
        package let baseURL: String
        /// What it calls its models, those for embedding or ranking text left out, in its order.
        package let models: [String]

        /// A server and its models.
        package init(server: Server, baseURL: String, models: [String]) {
            self.server = server
            self.baseURL = baseURL
            self.models = models
        }
    }

    /// Where to look.
    package struct Place: Sendable, Equatable {
        /// What is expected there.
        package let server: Server
        /// The port on 127.0.0.1.
        package let port: Int

        /// A server on a port, its usual one where none is given.
        package init(_ server: Server, port: Int? = nil) {
            self.server = server
            self.port = port ?? server.usualPort
        }
    }

    private let loop: CurlLoop
    private let places: [Place]
    private let patience: Duration

    /// A detection at these places, at the usual ones by default, that waits so long for each.
    package init(
        loop: CurlLoop, places: [Place] = Server.allCases.map { Place($0) },
        patience: Duration = .milliseconds(300)
    ) {
        self.loop = loop
        self.places = places
        self.patience = patience
    }

    /// Asks all places at once; those that answered, in the order of the places.
    package func look() async -> [Found] {
        await withTaskGroup(of: (Int, Found?).self) { group in
            for (index, place) in places.enumerated() {
                group.addTask { (index, await ask(place)) }
            }
            var answers: [(Int, Found)] = []
            for await (index, found) in group {
                if let found { answers.append((index, found)) }
            }
            return answers.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func ask(_ place: Place) async -> Found? {
        let host = "http://127.0.0.1:\(place.port)"
        let limits = CurlLimits(
            connect: patience, firstByte: patience, stall: patience, total: patience,
            bodyBytes: 4_194_304)
        guard let address = try? WebAddress(host + place.server.path),
            let answer = try? await loop.send(CurlRequest(.get, address, limits: limits)),
            answer.status == 200,
            let list = try? JSONDecoder().decode(ModelList.self, from: Data(answer.body))
        else { return nil }
        return Found(server: place.server, baseURL: host + "/v1", models: list.names)
    }
}

/// Ollama's list of models or the OpenAI-compatible one; a document with neither is an error.
private struct ModelList: Decodable {
    struct Entry: Decodable {
        let id: String?
        let name: String?
    }

    enum Keys: String, CodingKey {
        case data, models
    }

    let names: [String]

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        let entries =
            try fields.decodeIfPresent([Entry].self, forKey: .data)
            ?? fields.decode([Entry].self, forKey: .models)
        names = entries.compactMap { $0.id ?? $0.name }.filter { !$0.isEmpty && Self.isForText($0) }
    }

    /// Servers do not say what a model is for; the names of the others do.
    private static func isForText(_ name: String) -> Bool {
        let lowered = name.lowercased()
        return !["embed", "rerank", "whisper", "bge-"].contains { lowered.contains($0) }
    }
}
