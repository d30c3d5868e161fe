"""What every torture test is built from: the program, a provider, a client, an oracle, a scanner."""

from .bench import Bench, Failed, Pending, require
from .client import Visitor, raw
from .journal import Journal
from .program import Arena

__all__ = ["Arena", "Bench", "Failed", "Journal", "Pending", "Visitor", "raw", "require"]
