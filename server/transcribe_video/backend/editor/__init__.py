"""The editor: a timeline and an edit in, the next timeline out; nothing here touches a file."""
