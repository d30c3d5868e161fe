import Catalogue

extension Shelf {
    static let mini = record(
        "gpt-4-1-mini", "GPT-4.1 mini",
        [
            .maker: .text("OpenAI"), .family: .text("GPT-4.1"),
            .releaseDate: date("2025-04-14"), .knowledgeCutoff: date("2024-05"),
            .contextTokens: .count(1_047_576), .outputTokensMax: .count(32_768),
            .openWeights: .flag(false), .licenseClass: .text("proprietary"),
            .licenseName: .text("Proprietary"), .modalitiesIn: .words(["image", "text"]),
            .modalitiesOut: .words(["text"]), .tools: .flag(true),
        ], routes: [route("OpenAI", "0.40", "1.60", cached: "0.10")],
        results: [
            score("gpqa", "64.2"), score("ifeval", "88.5"), score("mmlu", "87.5"),
        ])

    static let nano = record(
        "gpt-4-1-nano", "GPT-4.1 nano",
        [
            .maker: .text("OpenAI"), .family: .text("GPT-4.1"),
            .contextTokens: .count(1_047_576), .openWeights: .flag(false),
            .licenseClass: .text("proprietary"), .modalitiesIn: .words(["image", "text"]),
        ], by: "BenchLM", routes: [route("OpenAI", "0.10", "0.40", by: "BenchLM")],
        results: [
            score("gpqa", "50.3", by: "BenchLM"), score("ifeval", "83.2", by: "BenchLM"),
        ])

    static let llama3 = record(
        "llama-3-2-3b-instruct", "Llama 3.2 3B Instruct",
        [
            .maker: .text("Meta"), .family: .text("Llama 3.2"),
            .releaseDate: date("2024-09-25"), .contextTokens: .count(128_000),
            .outputTokensMax: .count(128_000), .openWeights: .flag(true),
            .licenseClass: .text("open_weights_restricted"),
            .licenseName: .text("Llama 3.2 Community License"), .modalitiesIn: .words(["text"]),
            .modalitiesOut: .words(["text"]), .tools: .flag(false),
        ], routes: [route("DeepInfra", "0.01", "0.02")],
        results: [
            score("gpqa", "32.8"), score("ifeval", "77.4"), score("mmlu", "63.4"),
        ])

    static let llama1 = record(
        "llama-3-2-1b-instruct", "Llama 3.2 1B Instruct",
        [
            .maker: .text("Meta"), .family: .text("Llama 3.2"),
            .releaseDate: date("2024-09-25"), .knowledgeCutoff: date("2023-12"),
            .contextTokens: .count(128_000), .paramsTotal: .count(1_230_000_000),
            .openWeights: .flag(true), .licenseClass: .text("open_weights_restricted"),
            .licenseName: .text("Llama 3.2 Community License"),
            .commercialUse: .text("conditions"), .modalitiesIn: .words(["text"]),
            .reasoning: .flag(false), .tools: .flag(false), .structuredOutput: .flag(true),
            .codeExecution: .flag(false),
        ], by: "LLM Reference (June)",
        routes: [
            route("Cloudflare Workers AI", "0.027", "0.201", by: "LLM Reference (June)"),
            route("OpenRouter", "0.03", "0.21", by: "LLM Reference (June)"),
            route("Fireworks AI", nil, nil), route("NVIDIA NIM", nil, nil),
            route("Bitdeer AI", nil, nil), route("Vercel AI Gateway", nil, nil),
            route("AWS Bedrock", nil, nil),
        ],
        results: [
            score("mmlu-pro", "20", by: "LLM Reference (June)"),
            score("gpqa", "25.6", by: "LLM Reference (June)"),
            score("bfcl", "10.8", by: "LLM Reference (April)"),
        ])

    static let o3 = record(
        "o3-mini", "o3 Mini",
        [
            .maker: .text("OpenAI"), .family: .text("o-series"),
            .releaseDate: date("2025-01-31"), .knowledgeCutoff: date("2025-04"),
            .contextTokens: .count(200_000), .openWeights: .flag(false),
            .licenseClass: .text("proprietary"), .licenseName: .text("Proprietary"),
            .modalitiesIn: .words(["text"]), .reasoning: .flag(true), .tools: .flag(true),
            .structuredOutput: .flag(true), .codeExecution: .flag(true),
        ], by: "LLM Reference (June)",
        routes: [
            route("OpenRouter", "1.10", "4.40", by: "LLM Reference (June)"),
            route("Azure OpenAI", nil, nil), route("OpenAI API", nil, nil),
            route("Vercel AI Gateway", nil, nil),
        ],
        results: [
            score("mmlu-pro", "79.1", by: "LLM Reference (June)"),
            score("gpqa", "79.7", by: "LLM Reference (June)"),
        ])

    static let o4 = record(
        "o4-mini", "o4-mini",
        [
            .maker: .text("OpenAI"), .family: .text("o-series"),
            .releaseDate: date("2025-04-16"), .knowledgeCutoff: date("2025-08"),
            .openWeights: .flag(false), .licenseClass: .text("proprietary"),
            .modalitiesIn: .words(["image", "text"]), .reasoning: .flag(true),
            .tools: .flag(true), .structuredOutput: .flag(true), .codeExecution: .flag(true),
        ], by: "LLM Reference (April)",
        routes: [
            route("OpenRouter", "0.50", "2.00", by: "LLM Reference (April)"),
            route("OpenAI API", nil, nil),
            route("OpenAI", "0.25", "1.00", tier: .batch, by: "LLM Reference (April)"),
        ],
        results: [
            score("mmlu-pro", "83.2", by: "LLM Reference (April)"),
            score("bfcl", "53.2", by: "LLM Reference (April)"),
        ])

    static let gemma = record(
        "gemma-3", "Gemma 3", kind: .family, members: ["gemma-3-4b"],
        [.maker: .text("Google"), .openWeights: .flag(true)])

    static let gemma4 = record(
        "gemma-3-4b", "Gemma 3 4B",
        [.maker: .text("Google"), .family: .text("Gemma 3"), .openWeights: .flag(true)])
}
