"""WeCom and DingTalk as we need them, on this machine: their true paths and errors, nothing of them beside."""
