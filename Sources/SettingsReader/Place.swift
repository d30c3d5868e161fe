import Yams

/// A place in the settings file; both numbers begin at 1.
struct Place {
    let line: Int
    let column: Int
}

extension Place {
    fileprivate init(_ mark: Mark) {
        self.init(line: mark.line, column: mark.column)
    }
}

extension Node {
    /// Where it begins.
    var place: Place? { mark.map { Place($0) } }
}

extension Node.Scalar {
    /// Where it begins.
    var place: Place? { mark.map { Place($0) } }
}

extension YamlError {
    /// Where the text stopped being YAML, where that is known.
    var place: Place? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            Place(mark)
        case .duplicatedKeysInMapping(_, let context): Place(context.mark)
        default: nil
        }
    }

    /// The parser's own words.
    var problem: String? {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
            .composer(_, let problem, _, _), .reader(let problem, _, _, _):
            problem
        default: nil
        }
    }
}
