"""Translation without Qt and without the engine: languages, sentences, prompts, checks, memory."""
