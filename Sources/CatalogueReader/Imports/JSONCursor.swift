import Catalogue

/// A place in a published list, with its key for messages.
struct JSONCursor {
    /// The list: its name and bytes, from which lines are counted.
    struct Document {
        let name: String
        let bytes: [UInt8]
    }

    let document: Document
    let node: JSONNode
    /// As `openai.models.gpt-4.1-mini.cost`.
    let key: String

    /// The top of a text.
    ///
    /// - Throws: ``FactProblem`` where it is no JSON.
    static func top(of document: Document) throws(FactProblem) -> JSONCursor {
        do throws(JSONFailure) {
            let node = try JSONParser.parse(document.bytes)
            return JSONCursor(document: document, node: node, key: "")
        } catch {
            let place = JSONCursor(
                document: document, node: JSONNode(value: .null, offset: error.offset), key: "")
            throw place.problem(.notJSON, "It is not JSON: \(error.reason).", "Get it once more.")
        }
    }

    /// A mistake here.
    func problem(_ code: FactProblem.Code, _ reason: String, _ advice: String) -> FactProblem {
        let before = document.bytes[..<min(node.offset, document.bytes.count)]
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return FactProblem(
            code: code, file: document.name, line: before.count { $0 == 0x0A } + 1,
            column: before.count - start + 1, key: key, reason: reason, advice: advice)
    }

    /// The members of an object, in order.
    func members() throws(FactProblem) -> [(key: String, cursor: JSONCursor)] {
        guard case .object(let members) = node.value else { throw wrong("an object") }
        return members.map { member in
            (member.key, child(member.key, member.node))
        }
    }

    /// A member of an object; `nil` where there is none, or null.
    func member(_ name: String) throws(FactProblem) -> JSONCursor? {
        guard case .object(let members) = node.value else { throw wrong("an object") }
        guard let member = members.first(where: { $0.key == name }), member.node.value != .null
        else { return nil }
        return child(name, member.node)
    }

    /// A text of any kind.
    func string() throws(FactProblem) -> String {
        guard case .string(let text) = node.value else { throw wrong("a text") }
        return text
    }

    /// A text of one line.
    func text() throws(FactProblem) -> String {
        let text = try string()
        return try read { () throws(Refusal) in try ValueForm.line(text) }
    }

    /// Yes or no.
    func flag() throws(FactProblem) -> Bool {
        guard case .bool(let flag) = node.value else { throw wrong("true or false") }
        return flag
    }

    /// Texts.
    func texts() throws(FactProblem) -> [String] {
        guard case .array(let elements) = node.value else { throw wrong("a list") }
        var texts: [String] = []
        for (index, element) in elements.enumerated() {
            texts.append(try child(String(index), element).text())
        }
        return texts
    }

    /// A number's decimal digits and power of ten.
    func decimal() throws(FactProblem) -> DecimalText {
        guard case .number(let text) = node.value else { throw wrong("a number") }
        guard let decimal = DecimalText(text), !decimal.isNegative else {
            throw problem(
                .wrongValue, "\(text) is negative or out of any range.", "Look at the list.")
        }
        return decimal
    }

    /// Reads a value; a refusal becomes a mistake here.
    func read<Value>(_ body: () throws(Refusal) -> Value) throws(FactProblem) -> Value {
        do throws(Refusal) {
            return try body()
        } catch {
            throw problem(error.code, error.reason, error.advice)
        }
    }

    private func wrong(_ what: String) -> FactProblem {
        problem(.wrongType, "It is \(node.words), not \(what).", "Look at the list.")
    }

    private func child(_ name: String, _ node: JSONNode) -> JSONCursor {
        let shown = Refusal.quoted(name).dropFirst().dropLast()
        return JSONCursor(
            document: document, node: node, key: key.isEmpty ? String(shown) : "\(key).\(shown)")
    }
}
