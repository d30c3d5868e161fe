extension SettingKey {
    /// The keys of one provider.
    package static let ofProviders = [
        SettingKey(
            "providers.*.protocol", "openai, anthropic or google",
            "The protocol spoken there; openai is spoken by most servers."),
        SettingKey(
            "providers.*.base_url", "http or https address",
            "The address before /chat/completions and the like, as https://api.openai.com/v1."),
        SettingKey(
            "providers.*.api_key_env", "name of a variable",
            "The variable of the environment that holds the key; the key stands in no file."),
        SettingKey(
            "providers.*.stream", "true or false", fallback: "true",
            "Whether to ask for the answer as a stream."),
        SettingKey(
            "providers.*.daily_budget", "US dollars", fallback: "no ceiling of its own",
            "What may be spent with this provider in a day (UTC)."),
        SettingKey(
            "providers.*.minute_budget", "US dollars", fallback: "no ceiling of its own",
            "What may be spent with this provider in a minute."),
        SettingKey(
            "providers.*.free", "true or false", fallback: "true on a loopback address, else false",
            "Whether contenders without a price cost nothing here."),
        SettingKey(
            "providers.*.on_cancel", "full or estimate", fallback: "full",
            "What a request that broke off costs: all it could, or what was sent and what came."),
        SettingKey(
            "providers.*.allow_private", "true or false", fallback: "false",
            "Whether a name in base_url may lead into a private network; an address written in "
                + "numbers, or localhost, may without it."),
    ]

    /// The keys of one contender.
    package static let ofContenders = [
        SettingKey(
            "contenders.*.id", "slug", "The contender's short name, unique in the file."),
        SettingKey(
            "contenders.*.name", "text", fallback: "the id",
            "The name that people read after the vote."),
        SettingKey(
            "contenders.*.model", "slug", "The model's record in the catalogue, if it has one."),
        SettingKey(
            "contenders.*.provider", "name of a provider",
            "Which of the providers above serves it."),
        SettingKey(
            "contenders.*.upstream_model", "text", "What the provider calls the model."),
        SettingKey(
            "contenders.*.settings.temperature", "0 to 2",
            "Randomness; not sent where it is not set."),
        SettingKey(
            "contenders.*.settings.max_tokens", "1 to 1000000", fallback: "2048",
            "The most tokens an answer may have."),
        SettingKey(
            "contenders.*.settings.top_p", "0 to 1",
            "Nucleus sampling; not sent where it is not set."),
        SettingKey(
            "contenders.*.settings.seed", "whole number",
            "A seed for providers that take one; not sent where it is not set."),
        SettingKey(
            "contenders.*.system_prompt", "text",
            "The instruction before every conversation."),
        SettingKey(
            "contenders.*.retired", "text",
            "Why it is not drawn any more; told in the registry. Its votes and its place stay."),
        SettingKey(
            "contenders.*.price.input", "US dollars per million tokens",
            "The price of tokens read, as an exact decimal such as \"0.40\"."),
        SettingKey(
            "contenders.*.price.output", "US dollars per million tokens",
            "The price of tokens written, as an exact decimal such as \"1.60\"."),
    ]
}
