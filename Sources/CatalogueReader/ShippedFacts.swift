import Foundation

/// The files that come with the program, embedded in it.
enum ShippedFacts {
    static let files = [
        file("benchmarks", PackageResources.benchmarks_yaml),
        file("gemma-3", PackageResources.gemma_3_yaml),
        file("gpt-4-1-mini", PackageResources.gpt_4_1_mini_yaml),
        file("gpt-4-1-nano", PackageResources.gpt_4_1_nano_yaml),
        file("llama-3-2-1b-instruct", PackageResources.llama_3_2_1b_instruct_yaml),
        file("llama-3-2-3b-instruct", PackageResources.llama_3_2_3b_instruct_yaml),
        file("o3-mini", PackageResources.o3_mini_yaml),
        file("o4-mini", PackageResources.o4_mini_yaml),
        file("sources", PackageResources.sources_yaml),
    ]

    private static func file(_ stem: String, _ bytes: [UInt8]) -> FactFile {
        FactFile(name: "shipped/\(stem).yaml", stem: stem, bytes: Data(bytes))
    }
}
