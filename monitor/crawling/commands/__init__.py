"""Our own form of Scrapy's commands, found through the setting COMMANDS_MODULE."""
