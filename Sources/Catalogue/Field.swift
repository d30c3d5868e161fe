/// A field of a model record; the raw value is its name in files and twins.
package enum Field: String, Sendable, Hashable, CaseIterable {
    case maker
    case family
    case releaseDate = "release_date"
    case retiredDate = "retired_date"
    case knowledgeCutoff = "knowledge_cutoff"
    case paramsTotal = "params_total"
    case paramsActive = "params_active"
    case architecture
    case openWeights = "open_weights"
    case licenseName = "license_name"
    case licenseURL = "license_url"
    case licenseSPDX = "license_spdx"
    case licenseClass = "license_class"
    case commercialUse = "commercial_use"
    case contextTokens = "context_tokens"
    case inputTokensMax = "input_tokens_max"
    case outputTokensMax = "output_tokens_max"
    case modalitiesIn = "modalities_in"
    case modalitiesOut = "modalities_out"
    case reasoning = "cap.reasoning"
    case tools = "cap.tools"
    case structuredOutput = "cap.structured_output"
    case codeExecution = "cap.code_execution"
    case webSearch = "cap.web_search"
    case promptCache = "cap.prompt_cache"
    case batch = "cap.batch"
    case fineTune = "cap.fine_tune"
    case logprobs = "cap.logprobs"
    case tokenizer
    case homepage
    case docs
    case weightsURL = "weights_url"

    /// What its values are.
    package var type: FieldType {
        switch self {
        case .releaseDate, .retiredDate, .knowledgeCutoff: .date
        case .paramsTotal, .paramsActive, .contextTokens, .inputTokensMax, .outputTokensMax: .count
        case .openWeights, .reasoning, .tools, .structuredOutput, .codeExecution, .webSearch,
            .promptCache, .batch, .fineTune, .logprobs:
            .flag
        case .modalitiesIn, .modalitiesOut: .words(["audio", "image", "pdf", "text", "video"])
        case .architecture: .oneOf(["dense", "moe", "decoder_only", "other"])
        case .licenseClass: .oneOf(LicenseClass.allCases.map(\.rawValue))
        case .commercialUse: .oneOf(["yes", "conditions", "no"])
        case .licenseURL, .homepage, .docs, .weightsURL: .url
        case .maker, .family, .licenseName, .licenseSPDX, .tokenizer: .text
        }
    }
}

/// A field of a route to a model.
package enum RouteField: String, Sendable, Hashable, CaseIterable {
    case priceIn = "price_in"
    case priceOut = "price_out"
    case priceCachedIn = "price_cached_in"
    case priceCacheWrite = "price_cache_write"
    case priceReasoning = "price_reasoning"
    case priceRequest = "price_request"
    case priceImage = "price_image"
    case contextTokens = "context_tokens"
    case outputTokensMax = "output_tokens_max"
    case uptime = "uptime_30d"
    case rateLimit = "rate_limit"
    case quantization
    case endpointModel = "endpoint_model_id"

    /// What its values are.
    package var type: FieldType {
        switch self {
        case .priceIn, .priceOut, .priceCachedIn, .priceCacheWrite, .priceReasoning,
            .priceRequest, .priceImage:
            .money
        case .contextTokens, .outputTokensMax, .rateLimit: .count
        case .uptime: .number
        case .quantization, .endpointModel: .text
        }
    }
}

/// What the values of a field are.
package enum FieldType: Sendable, Hashable {
    case text, url, count, number, money, date, flag
    /// One of these words.
    case oneOf([String])
    /// Any of these words.
    case words([String])
}

/// How free a model's licence is.
package enum LicenseClass: String, Sendable, Hashable, CaseIterable, FactRepresentable {
    /// A licence the Open Source Initiative approves.
    case osiOpen = "osi_open"
    /// Weights that can be had under a licence with conditions of its own.
    case openWeightsRestricted = "open_weights_restricted"
    /// Weights that are not published.
    case proprietary

    /// The class, where the value is its word.
    package init?(_ value: FactValue) {
        guard case .text(let text) = value else { return nil }
        self.init(rawValue: text)
    }
}
