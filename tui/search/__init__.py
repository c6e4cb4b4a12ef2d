"""From a query's text to hits: syntax tree, explanation, matcher."""
