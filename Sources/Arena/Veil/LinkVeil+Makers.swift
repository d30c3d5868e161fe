extension LinkVeil {
    /// Domains by which makers and providers of language models are known, each with all below it.
    ///
    /// Of companies that make much else only that part is here which speaks of their models, where
    /// they keep one; the whole domain where they do not.
    static let makers: [String] = [
        openModels, houses, clouds, companies,
    ].flatMap { $0.split(separator: " ").map(String.init) }

    /// Makers of models, and where they are talked to.
    private static let houses = """
        openai.com chatgpt.com oaistatic.com oaiusercontent.com sora.com openai.org \
        anthropic.com claude.ai claude.com claudeusercontent.com \
        deepmind.com deepmind.google gemini.google google.dev \
        mistral.ai mistral.com llama.com meta.ai llamameta.net \
        x.ai grok.com deepseek.com qwen.ai qwenlm.ai tongyi.com \
        cohere.com cohere.ai ai21.com moonshot.ai moonshot.cn kimi.com kimi.ai \
        z.ai zhipuai.cn bigmodel.cn chatglm.cn 01.ai lingyiwanwu.com baichuan-ai.com \
        minimax.io minimaxi.com minimax.chat stepfun.com stepfun.ai doubao.com volcengine.com \
        inflection.ai pi.ai perplexity.ai pplx.ai reka.ai liquid.ai writer.com upstage.ai \
        aleph-alpha.com stability.ai nousresearch.com allenai.org falconllm.tii.ae tii.ae \
        sarvam.ai gigachat.ru character.ai poe.com you.com
        """

    /// Where open models are published and run.
    private static let openModels = """
        huggingface.co huggingface.cloud hf.co hf.space ollama.com ollama.ai lmstudio.ai \
        modelscope.cn modelscope.ai gguf.org llm-stats.com lmarena.ai
        """

    /// Who serves models of others.
    private static let clouds = """
        openrouter.ai groq.com together.ai together.xyz fireworks.ai replicate.com \
        replicate.delivery deepinfra.com anyscale.com lepton.ai novita.ai nebius.com nebius.ai \
        cerebras.ai cerebras.net sambanova.ai hyperbolic.xyz baseten.co lambda.ai octo.ai \
        siliconflow.cn siliconflow.com parasail.io venice.ai friendli.ai runpod.io runpod.net \
        amazonaws.com aws.amazon.com nova.amazon.com amazon.science azure.com azure.net \
        inference.ai.azure.com databricks.com snowflake.com
        """

    /// Companies that make models among other things.
    private static let companies = """
        google.com google.co googleapis.com googleusercontent.com withgoogle.com goo.gle \
        meta.com ai.facebook.com research.facebook.com microsoft.com copilot.com bing.com \
        machinelearning.apple.com nvidia.com nvidia.ai ibm.com watson.ai \
        alibaba.com alibabacloud.com aliyun.com aliyuncs.com alicdn.com baidu.com baidubce.com \
        tencent.com hunyuan.tencent.com bytedance.com xfyun.cn naver.com clova.ai yandex.ru \
        yandex.com yandex.cloud ya.ru sber.ru salesforce.com einstein.ai lgresearch.ai
        """
}
