/// What providers are called here, where a published list calls them otherwise; the same name makes
/// the same route.
enum ProviderName {
    static let modelsDev = [
        "amazon-bedrock": "AWS Bedrock", "azure": "Azure OpenAI", "deepinfra": "DeepInfra",
        "google": "Google AI Studio", "google-vertex": "Google Vertex AI",
        "nvidia": "NVIDIA NIM", "openai": "OpenAI API",
    ]
    static let liteLLM = [
        "anthropic": "Anthropic", "azure": "Azure OpenAI", "bedrock": "AWS Bedrock",
        "bedrock_converse": "AWS Bedrock", "cloudflare": "Cloudflare Workers AI",
        "cohere": "Cohere", "cohere_chat": "Cohere", "deepinfra": "DeepInfra",
        "deepseek": "DeepSeek", "fireworks_ai": "Fireworks AI", "gemini": "Google AI Studio",
        "groq": "Groq", "mistral": "Mistral", "moonshot": "Moonshot AI",
        "nvidia_nim": "NVIDIA NIM", "openai": "OpenAI API", "openrouter": "OpenRouter",
        "perplexity": "Perplexity", "replicate": "Replicate API", "together_ai": "Together AI",
        "vercel_ai_gateway": "Vercel AI Gateway",
        "vertex_ai-language-models": "Google Vertex AI", "xai": "xAI",
    ]
}
