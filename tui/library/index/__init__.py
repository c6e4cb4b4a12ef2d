"""The search index: derived from the library, faster than reading, and never asked alone.

It holds one document a unit of the matcher, made of the matcher's own tokens. It proposes which
meetings a query may find, and counts where a query compiles to it exactly; the matcher disposes.
"""
