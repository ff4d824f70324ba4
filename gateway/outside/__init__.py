"""Outside: the apps that schools have registered at WeCom and DingTalk, and what these confirm of a person."""
