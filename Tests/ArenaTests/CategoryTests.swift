import Arena
import Testing

struct CategoryTests {
    @Test(arguments: [
        "```swift\nlet x = 1\n```", "~~~\nls -l\n~~~", "Fix this:\n  def area(r):\n    return r",
        "function sum(a, b) {\n  return a + b;\n}", "#include <stdio.h>\nint main() { }",
        "SELECT name FROM users WHERE id = 1", "from math import sqrt", "#!/bin/sh\necho hi",
        "Why does this crash?\nTraceback (most recent call last):\n  File \"a.py\"",
        "Write a Python function that reverses a list.", "Écris une fonction Python.",
        "Schreibe eine Funktion in Java.", "用Python写一个函数", "Pythonで関数を書いて",
        "파이썬 말고 Java 함수 작성", "Напиши функцию на Python", "How do I write this loop in Rust?",
        "Swift code for a stack", "a regex for e-mail addresses",
        "{\n  \"a\": 1,\n  \"b\": {\n  }\n}",
        "Explain C++ program memory", "Optimise my bash script",
        // The same word as above in letters that are put together of parts.
        "Java \u{1112}\u{1161}\u{11B7}\u{1109}\u{116E}",
    ])
    func `prompts on programs are code`(prompt: String) {
        #expect(Category.all(of: [prompt]).contains(.code))
    }

    @Test(arguments: [
        "My python ate a mouse. Is that its class of food?", "How do I remove rust from a pan?",
        "A swift is a bird; write of it.", "Write a poem about rain;\nand of the sea;\nand of me;",
        "What is the function of the heart?", "Let us go. The program of the concert is long.",
        "I return to the island of Java.", "She said {smiling} hello", "Who is Ruby in the novel?",
        "import duties on tea from China", "Select the best wine from Spain.", "What is 12 * 7?",
        "The definition of art", "From Paris to Rome", "In C major, what are the chords?", "🙂",
    ])
    func `prompts that only sound like programs are not code`(prompt: String) {
        #expect(!Category.all(of: [prompt]).contains(.code))
    }

    @Test(arguments: [
        "Compute \\frac{1}{2} + \\sqrt{2}", "$$ a^2 + b^2 $$", "What is ∫ sin dt?", "∑ of 1/n",
        "Solve 2x + 3 = 7", "What is 12 * 7?", "3.5 × 4", "x^2 = 9", "17 - 5 = ?",
        "Prove that x is even when n is.", "State the Pythagorean theorem for sides 3 and 4.",
        "What is the determinant of a 3 by 3 matrix?", "Résous l'équation 3x = 12",
        "Löse die Gleichung x + 2 = 5", "Реши уравнение x + 1 = 2", "解方程 x = 3",
        "integral of x from 0 to 1", "٣ + ٤", "Is 1,024 + 1 a prime?", "(2 + 3) * 4",
    ])
    func `prompts with formulas are mathematics`(prompt: String) {
        #expect(Category.all(of: [prompt]).contains(.math))
    }

    @Test(arguments: [
        "Solve world hunger by 2030.", "Honesty is an integral part of our 2024 plan.",
        "Call +49 30 1234567 on 2026-11-21.", "Open 24/7, see section 3-5.", "Vitamins A + B",
        "Is C++ older than Java?", "Prove me wrong.", "Python 3 + Django",
        "```\nx = 3 + 4\n```", "if (a == 3) {\n  b = 4 + 5;\n}", "C:\\integrations\\sums",
        "It costs $5 and $6", "The 3 best films of 1999", "state-of-the-art", "5 - star hotels",
    ])
    func `prompts that only hold numbers are not mathematics`(prompt: String) {
        #expect(!Category.all(of: [prompt]).contains(.math))
    }

    @Test(
        arguments: [
            ("Why is the sky blue?", .english), ("Write a poem about the sea.", .english),
            ("Pourquoi le ciel est-il bleu ?", .french), ("Qu'est-ce que c'est ?", .french),
            ("Warum ist der Himmel blau?", .german), ("Erkläre mir das Wetter.", .german),
            ("¿Por qué el cielo es azul?", .spanish), ("Escribe un poema sobre el mar", .spanish),
            ("Perché il cielo è blu?", .italian), ("Scrivi una poesia sul mare", .italian),
            ("Por que o céu é azul?", .portuguese), ("Você não me explica isso?", .portuguese),
            ("Почему небо голубое?", .russian), ("为什么天空是蓝色的？", .chinese),
            ("用Python写一个函数", .chinese), ("なぜ空は青いのですか", .japanese),
            ("東京の天気を教えて", .japanese), ("하늘은 왜 파란가요?", .korean),
            ("لماذا السماء زرقاء؟", .arabic),
            (
                "Pe\u{301}rche\u{300} e\u{300} il mare ce\u{301}leste? perche\u{301} non e\u{300}",
                .italian
            ),
            (
                "```\n# this is what the test of that is for and why\n```\nPourquoi ce test ?",
                .french
            ),
            ("ЧТО ЭТО?", .russian), ("WHAT IS THIS?", .english),
        ] as [(String, Arena.Category)])
    func `a language is told by script and small words`(prompt: String, language: Arena.Category) {
        #expect(Category.all(of: [prompt]).filter(\.isLanguage) == [language])
    }

    @Test(arguments: [
        "", "12345", "?!", "🙂🙂", "xyzzy", "Чому небо блакитне і що це?", "چرا آسمان آبی است؟",
        "Waarom is de lucht blauw en wat is het?", "Dlaczego niebo jest niebieskie?",
        "Gökyüzü neden mavi ve bu ne için?", "Varför är himlen blå och vad är det?",
        "Γιατί ο ουρανός είναι μπλε;", "למה השמיים כחולים?", "ทำไมท้องฟ้าเป็นสีฟ้า", "de la",
        "Lorem ipsum dolor sit amet, et non est", "\u{200B}\u{FEFF}", "﷽", "const x = y;",
    ])
    func `what is of no known language says so`(prompt: String) {
        #expect(Category.all(of: [prompt]).filter(\.isLanguage) == [.unknownLanguage])
    }

    @Test func `long begins at two hundred words, two Han letters being one`() {
        let word = { (count: Int) in Array(repeating: "tree", count: count).joined(separator: " ") }
        #expect(!Category.all(of: [word(199)]).contains(.long))
        #expect(Category.all(of: [word(200)]).contains(.long))
        #expect(!Category.all(of: [word(150), word(150)]).contains(.long))
        #expect(Category.all(of: [word(3), word(200)]).contains(.long))
        #expect(!Category.all(of: [String(repeating: "木", count: 398)]).contains(.long))
        #expect(Category.all(of: [String(repeating: "木", count: 400)]).contains(.long))
    }

    @Test func `only the beginning of a very long prompt is looked at, but its words are counted`()
    {
        let heap = String(repeating: "tree ", count: 6000)
        #expect(Category.all(of: ["```\n" + heap]).contains(.code))
        #expect(Category.all(of: [heap + "\n```"]) == [.unknownLanguage, .long])
    }

    @Test func `more than one complete turn is multi-turn, and any turn can bring a category`() {
        #expect(Category.all(of: ["Hello there"]) == [.english])
        let all = Category.all(of: ["Who are you?", "Solve 2x = 4", "```\nls\n```"])
        #expect(all == [.english, .code, .math, .multiTurn])
        #expect(Category.all(of: []) == [.unknownLanguage])
    }

    @Test func `a turn that failed tells nothing of the battle`() throws {
        var battle = try Samples.readyBattle()
        #expect(battle.categories == [.english])
        _ = try battle.begin(try Prompt("```\nls\n```"), at: Samples.time)
        for side in Side.allCases { battle.fail(side, with: ReplyFault(.stalled)) }
        #expect(battle.categories == [.english])
    }

    @Test func `every text has exactly one language, and the same answer each time`() {
        let heaps = [
            String(repeating: "\u{301}", count: 10_000), String(repeating: "\\", count: 10_000),
            String(repeating: "``` ", count: 5000), String(repeating: "1+", count: 10_000),
            "\u{1F468}\u{200D}\u{1F469}", "\r\n\t", "\u{202E}abc",
            String(repeating: "}\n", count: 9),
        ]
        for heap in heaps {
            let found = Category.all(of: [heap])
            #expect(found.count(where: \.isLanguage) == 1)
            #expect(Category.all(of: [heap]) == found)
        }
    }

    @Test func `names and stored words are unlike, and in order`() {
        #expect(Set(Category.allCases.map(\.name)).count == Category.allCases.count)
        #expect(Category.allCases.sorted() == Category.allCases)
        #expect(Category.english.name == "English" && Category.multiTurn.name == "several turns")
        for category in Category.allCases {
            #expect(category.rawValue.utf8.count <= 40)
            #expect(category.rawValue.first?.isLowercase ?? false)
        }
    }
}
