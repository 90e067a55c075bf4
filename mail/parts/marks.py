"""What HTML tells of a line and text does not, as private characters put before it."""

import re

# What HTML tells and text does not, put before a line: it is surely quoted; it is indented, by a mailer that quotes or by a
# person; it belongs to a signature. Alone on a line: the letter answered begins below.
QUOTED, INDENTED, SIGNED, BELOW = "\U000f0000", "\U000f0001", "\U000f0002", "\U000f0003"
MARKS = re.compile("[\U000f0000-\U000f0003]")
MARK = f"{QUOTED}{INDENTED}"
