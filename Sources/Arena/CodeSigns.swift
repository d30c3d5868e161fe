/// Whether a prompt is about program text. One of these is enough:
///
/// 1. A line opens a code fence, three back-ticks or tildes.
/// 2. A line begins as a declaration, an import, a query, a shebang or a trace does, or calls a
///    well-known printing function.
/// 3. Two lines end as statements and blocks do: `{`, `);`, or a brace alone.
/// 4. A word belongs to programming only, as `regex`.
/// 5. The name of a programming language and a word such as `function` both occur; a name that is an
///    everyday word too, as `rust`, must stand right before such a word or after `in`.
struct CodeSigns {
    /// Whether one of the signs is there.
    let isCode: Bool

    init(_ text: String) {
        isCode = Self.hasLines(text) || Self.hasWords(PromptWords(text), in: text)
    }

    private static func hasLines(_ text: String) -> Bool {
        var blocks = 0
        for line in text.split(separator: "\n") {
            let body = line.drop { $0 == " " || $0 == "\t" }
            if openings.contains(where: body.hasPrefix) || calls.contains(where: body.holds) {
                return true
            }
            if isQuery(body) || isDeclaration(body) { return true }
            let core = body.reversed().drop { $0.isWhitespace }
            let isBrace = core.count <= 3 && core.contains("}")
            if isBrace || core.first == "{" || core.starts(with: ";)") { blocks += 1 }
        }
        return blocks >= 2
    }

    /// An SQL query, its words in capitals.
    private static func isQuery(_ line: Substring) -> Bool {
        line.hasPrefix("SELECT ") && line.holds(" FROM ")
            || ["INSERT INTO ", "CREATE TABLE ", "ALTER TABLE "].contains(where: line.hasPrefix)
    }

    /// `def f(`, `fn f(`, `func f(`, `function f(` or `from m import n`.
    private static func isDeclaration(_ line: Substring) -> Bool {
        let parts = line.split(separator: " ", maxSplits: 3)
        guard parts.count > 1 else { return false }
        if ["def", "fn", "func", "function"].contains(parts[0]) {
            return parts[1].holds("(") && parts[1].first != "("
        }
        return parts.count > 3 && parts[0] == "from" && parts[2] == "import"
    }

    private static func hasWords(_ words: PromptWords, in text: String) -> Bool {
        if words.have(own) { return true }
        let speaks =
            words.have(languages)
            || ["c++", "C++", "c#", "C#"].contains(where: text.holds)
        let acts = words.have(actions) || joined.contains(where: text.holds)
        if speaks && acts { return true }
        return zip(words.all, words.all.dropFirst()).contains { first, second in
            everyday.contains(first) && actions.contains(second)
                || first == "in" && everyday.contains(second) && acts
        }
    }

    private static let openings = [
        "```", "~~~", "#!/", "#include <", "#include \"", "<!DOCTYPE", "<html", "<?php",
        "import java.", "public class ", "public static ", "using namespace ", "package main",
        "Traceback (most recent call last)",
    ]

    private static let calls = [
        "console.log(", "System.out.print", "printf(\"", "std::", "document.getElementById(",
    ]

    private static let own = PromptWords.list(
        """
        regex regexp dockerfile traceback segfault typescript javascript numpy kubectl
        nullpointerexception segmentationfault postgresql stacktrace
        """)

    private static let languages = PromptWords.list(
        """
        python java kotlin golang php html css sql bash powershell haskell matlab fortran cobol
        julia scala django postgres mysql sqlite linux unix html
        """)

    private static let everyday: Set<String> = ["rust", "swift", "ruby", "go", "c", "r", "dart"]

    private static let actions = PromptWords.list(
        """
        function functions code script scripts program programs compile compiler debug algorithm
        variable variables array arrays loop loops refactor syntax exception exceptions parse query
        queries snippet implement decorator async api json struct recursion recursive endpoint
        fonction fonctions algorithme programme boucle funktion funktionen programm skript schleife
        función código programa algoritmo bucle função funzione codice programma ciclo
        функция функцию функции код скрипт программу программа цикл
        """)

    /// Words of scripts that are written without spaces.
    private static let joined = [
        "函数", "代码", "程序", "算法", "関数", "コード", "プログラム", "함수", "코드", "프로그램", "دالة",
        "برنامج",
    ]
}

extension PromptWords {
    /// A list of words, as it stands in the source.
    static func list(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
