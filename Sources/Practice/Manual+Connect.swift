extension Manual {
    /// How language models come into play.
    static let connectChapter = [
        ManualSection(
            "Connect a model",
            keywords: "connect add model setup configure install real llm own provider how",
            """
            There are three ways. First, a model server on this machine: Ollama, llama.cpp, LM \
            Studio and vLLM are found by themselves on their usual ports when the arena starts. \
            Second, a key of a provider in the environment. Third, any address that speaks one of \
            the three wire protocols: OpenAI-compatible chat completions, Anthropic messages or \
            Google Gemini.

            A battle needs two contenders. One model is enough for that: two temperatures or two \
            system prompts make two contenders of it, which answers a question people really have.

            As soon as one real contender is in play, the practice guides are not drawn any more.
            """),
        ManualSection(
            "Connect Ollama",
            keywords: "ollama local pull llama qwen gemma port 11434 machine offline free",
            """
            Start Ollama and pull two models, for example `ollama pull llama3.2:3b` and \
            `ollama pull qwen2.5:1.5b`. Then start the arena again: it asks port 11434 of this \
            machine which models there are and puts them into play. They are local and free.

            Only loopback is asked, with one `GET` for each of the ports 11434 (Ollama), 8080 \
            (llama.cpp), 1234 (LM Studio) and 8000 (vLLM), and at most 0.3 seconds each. The option \
            `--no-detect` of `arena serve` turns this off.
            """),
        ManualSection(
            "Use a key of OpenAI, Anthropic, Google or OpenRouter",
            keywords: "key api openai anthropic claude gpt gemini google openrouter token paid "
                + "cost environment variable secret add model",
            """
            Put the key into the environment before the arena starts, as `OPENAI_API_KEY`, \
            `ANTHROPIC_API_KEY`, `GEMINI_API_KEY` or `OPENROUTER_API_KEY`. Then name a provider and \
            its contenders in the settings file; the settings hold the name of the variable, never \
            the key itself.

            Models that cost money are never put into play by themselves: a key in the environment \
            is shown at the start, and nothing is sent until you name a contender.

            A key is sent to its own provider's address only, is never written to the database or \
            to a log, and does not appear in errors.
            """),
        ManualSection(
            "Any other address",
            keywords: "url custom endpoint azure vllm litellm llama.cpp lm studio server base "
                + "compatible gateway",
            """
            Any server with OpenAI-compatible chat completions will do: vLLM, llama.cpp, LM Studio, \
            LiteLLM, OpenRouter, Azure. The base URL ends where `/chat/completions` begins, as in \
            `http://127.0.0.1:8080/v1`. What stands after a question mark, such as Azure's \
            `api-version`, is kept, and Azure's key goes into the header `api-key`.

            Certificates are verified, redirects are not followed and no proxy is used. A provider \
            that cannot stream can be set to whole answers.
            """),
        ManualSection(
            "Contenders: settings and system prompts",
            keywords: "contender temperature system prompt sampling settings version tokens limit "
                + "price",
            """
            A contender is a model at a provider, with its sampling settings and its system prompt. \
            Change any of these and it is another version: votes stay bound to the version that was \
            judged. A reply has at most 2,048 tokens unless the contender says otherwise.

            If you give a contender's price, the cost of every answer is computed exactly from the \
            token counts of the provider and shown after the vote.
            """),
    ]
}
