"""Reading -> Profile: who a document's person is, what they did, and what the document is. Knows no criterion and no file format."""

from screener.parsing.file_names import is_generic_name, name_in_file_name
from screener.parsing.profile import parse
from screener.parsing.role import guess_role

__all__ = ["guess_role", "is_generic_name", "name_in_file_name", "parse"]
