/// A value of a JSON text; numbers stay as they are written, so that prices are exact.
struct JSONNode: Equatable {
    enum Value: Equatable {
        case object([Member])
        case array([JSONNode])
        case string(String)
        case number(String)
        case bool(Bool)
        case null
    }

    /// A key with its value.
    struct Member: Equatable {
        let key: String
        let node: JSONNode
    }

    let value: Value
    /// The byte at which it begins.
    let offset: Int

    /// What it is, in words.
    var words: String {
        switch value {
        case .object: "an object"
        case .array: "a list"
        case .string: "a text"
        case .number: "a number"
        case .bool: "true or false"
        case .null: "null"
        }
    }
}

/// Why a text is no JSON, and at which byte.
struct JSONFailure: Error, Equatable {
    let reason: String
    let offset: Int
}
