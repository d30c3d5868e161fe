import Charts
import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A drawing read back: its marks as boxes, its texts with the room they are likely to take.
struct DrawingReader: Sendable {
    /// An upright rectangle with what it holds.
    struct Box: Sendable {
        let what: String
        let x: ClosedRange<Double>
        let y: ClosedRange<Double>

        func meets(_ other: Box) -> Bool {
            x.lowerBound < other.x.upperBound && other.x.lowerBound < x.upperBound
                && y.lowerBound < other.y.upperBound && other.y.lowerBound < y.upperBound
        }
    }

    fileprivate(set) var root: [String: String] = [:]
    fileprivate(set) var ids: [String] = []
    fileprivate(set) var names: Set<String> = []
    fileprivate(set) var numbers: [String] = []
    fileprivate(set) var marks: [Box] = []
    fileprivate(set) var texts: [Box] = []
    private(set) var isWellFormed = false

    init(_ drawing: String) {
        let reader = ElementReader()
        let parser = XMLParser(data: Data(drawing.utf8))
        parser.delegate = reader
        let isWhole = parser.parse()
        self = reader.drawing
        isWellFormed = isWhole
    }

    fileprivate init() {}

    var width: Double { Double(root["width"] ?? "") ?? 0 }
    var height: Double { Double(root["height"] ?? "") ?? 0 }
}

/// Collects the elements one after another.
private final class ElementReader: NSObject, XMLParserDelegate {
    private(set) var drawing = DrawingReader()
    private var definitions = 0
    private var open: [String: String]?
    private var words = ""

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String] = [:]
    ) {
        if name == "svg" { drawing.root = attributes }
        drawing.names.insert(name)
        if let id = attributes["id"] { drawing.ids.append(id) }
        if name == "defs" { definitions += 1 }
        drawing.numbers += Self.places.compactMap { attributes[$0] }
        drawing.numbers += Self.points(of: attributes["d"])
        if name == "text" { (open, words) = (attributes, "") }
        if definitions == 0, let box = Self.box(of: name, attributes) { drawing.marks.append(box) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { words += string }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        if name == "defs" { definitions -= 1 }
        guard name == "text", let attributes = open else { return }
        let style = attributes["class"] ?? ""
        let size = style == "p-head" ? 15.0 : 13
        let bold = ["p-head", "p-strong"].contains(style) ? 1.08 : 1
        let width = TextWidth.estimate(words, size: size * bold)
        let x = Double(attributes["x"] ?? "") ?? -1
        let y = Double(attributes["y"] ?? "") ?? -1
        let share = ["middle": 0.5, "end": 1][attributes["text-anchor"] ?? "", default: 0]
        let left = x - width * share
        drawing.texts.append(
            DrawingReader.Box(
                what: words, x: left...left + width, y: y - size * 0.75...y + 2))
        open = nil
    }

    static let places = ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height"]

    private static func box(of name: String, _ attributes: [String: String]) -> DrawingReader.Box? {
        func number(_ key: String) -> Double { Double(attributes[key] ?? "0") ?? .infinity }
        func box(_ x: [Double], _ y: [Double]) -> DrawingReader.Box? {
            guard let left = x.min(), let right = x.max(), let top = y.min(), let end = y.max()
            else { return nil }
            return DrawingReader.Box(
                what: "\(name) \(attributes)", x: left...right, y: top...end)
        }
        switch name {
        case "rect":
            let (x, y) = (number("x"), number("y"))
            return box([x, x + number("width")], [y, y + number("height")])
        case "circle":
            let (x, y, r) = (number("cx"), number("cy"), number("r"))
            return box([x - r, x + r], [y - r, y + r])
        case "line": return box([number("x1"), number("x2")], [number("y1"), number("y2")])
        case "path":
            let points = points(of: attributes["d"]).map { Double($0) ?? .infinity }
            return box(
                stride(from: 0, to: points.count, by: 2).map { points[$0] },
                stride(from: 1, to: points.count, by: 2).map { points[$0] })
        default: return nil
        }
    }

    private static func points(of path: String?) -> [String] {
        (path ?? "").split { "MLZV ".contains($0) }.map(String.init)
    }
}
