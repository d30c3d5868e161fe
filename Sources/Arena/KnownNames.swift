/// Names by which well-known models and their makers call themselves.
enum KnownNames {
    /// Names that hardly mean anything else.
    static let telling = [
        "ChatGPT", "Chat GPT", "GPT", "OpenAI", "Open AI", "Anthropic", "DeepSeek", "Deep Seek",
        "Qwen", "Mixtral", "Codestral", "Ministral", "Magistral", "Devstral", "Pixtral",
        "Mistral AI", "MistralAI", "Google Gemini", "Google Bard", "Google DeepMind", "DeepMind",
        "PaLM 2", "LaMDA", "Meta AI", "MetaAI", "CodeLlama", "Vicuna 13B", "LMSYS", "ChatGLM",
        "GLM", "Zhipu", "Zhipu AI", "Z.ai", "Moonshot AI", "MoonshotAI", "Baichuan", "Hunyuan",
        "Doubao", "ByteDance", "InternLM", "MiniMax", "Yi-34B", "01.AI", "StepFun", "SenseNova",
        "Tongyi Qianwen", "Alibaba Cloud", "YandexGPT", "GigaChat", "EXAONE", "HyperCLOVA",
        "xAI", "AI21", "AI21 Labs", "Cohere", "Command R", "Jurassic-2", "IBM Granite", "watsonx",
        "Nemotron", "StableLM", "Stability AI", "Nous Research", "OpenHermes", "TII Falcon",
        "Technology Innovation Institute", "DBRX", "Databricks", "MosaicML", "Perplexity AI",
        "Inflection AI", "Amazon Nova", "Amazon Titan", "OLMo", "AllenAI", "Allen Institute for AI",
        "SmolLM", "Hugging Face", "HuggingFace", "Microsoft Copilot", "Microsoft Phi", "Liquid AI",
        "Reka AI", "RWKV", "Tülu", "WizardLM", "TinyLlama", "BLOOMZ", "Sarvam AI", "LLaMA 2",
        "LLaMA 3", "Llama 2", "Llama 3", "Llama 4", "Claude Opus", "Claude Sonnet",
        "Claude Haiku", "Gemini Pro", "Gemini Flash", "Gemini Ultra", "通义千问", "千问", "文心一言",
        "豆包", "混元", "百川智能", "智谱", "深度求索", "月之暗面", "讯飞星火", "Яндекс GPT", "ГигаЧат",
        "클로바",
    ]

    /// Companies that make much else: they tell something only as the maker of who speaks.
    static let companies = [
        "Google", "Microsoft", "Amazon", "Meta", "Facebook", "Alibaba", "Baidu", "Tencent",
        "NVIDIA", "IBM", "Apple", "Salesforce", "Snowflake", "Samsung", "Naver", "Yandex", "Sber",
        "Huawei", "Xiaomi", "LG AI Research", "AWS", "阿里巴巴", "阿里云", "百度", "腾讯", "字节跳动",
        "谷歌", "グーグル", "구글", "Яндекс", "Сбер",
    ]

    /// Names that are also words or first names: they count for who bears them.
    static let ordinary = [
        "Claude", "Gemini", "Gemma", "Bard", "Llama", "LLaMA", "Mistral", "Phi", "Command", "Nova",
        "Titan", "Grok", "Kimi", "Yi", "Falcon", "Granite", "Copilot", "Ernie", "Pi", "Jamba",
        "Aya", "Hermes", "Vicuna", "Alpaca", "Bloom", "Orca", "Solar", "Zephyr", "Sonar", "Spark",
        "Opus", "Sonnet", "Haiku", "Palmyra", "Arctic", "Reka", "Sonnet",
    ]

    /// Which names the makers and families in one group share: who bears one bears all.
    static let families: [[String]] = [
        ["GPT", "ChatGPT", "OpenAI"], ["Claude", "Anthropic", "Opus", "Sonnet", "Haiku"],
        ["Gemini", "Gemma", "Bard", "PaLM", "Google", "DeepMind"],
        ["Llama", "LLaMA", "Meta", "Meta AI"], ["Mistral", "Mixtral", "Mistral AI"],
        ["Qwen", "Alibaba", "Tongyi"], ["Phi", "Copilot", "Microsoft"],
        ["Nova", "Titan", "Amazon"],
        ["Command", "Aya", "Cohere"], ["Grok", "xAI"], ["Kimi", "Moonshot"], ["Yi", "01.AI"],
        ["Falcon", "TII"], ["Granite", "IBM"], ["Ernie", "Baidu"], ["Jamba", "AI21"],
        ["Hermes", "Nous"], ["DeepSeek"], ["Arctic", "Snowflake"], ["Sonar", "Perplexity"],
        ["Palmyra", "Writer"], ["Solar", "Upstage"], ["Pi", "Inflection"],
    ]
}
