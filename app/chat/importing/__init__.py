"""Conversations from files: our own, ChatGPT's, LM Studio's and GPT4All's. All in them is hostile. No Qt."""
