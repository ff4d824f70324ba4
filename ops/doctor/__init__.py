"""`qingfu doctor`: looks at a running house from all sides and names the command that repairs what it finds."""
