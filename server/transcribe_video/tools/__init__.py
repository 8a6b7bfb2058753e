"""What an assistant can call, over MCP: eight tools, their results, and the server they are on.

The only importer of ``mcp``. A tool is a plain function; ``catalogue`` lists them with what a host
is told about each, and ``server`` registers them in a loop.
"""
