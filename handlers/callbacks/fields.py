"""What the buttons carry, as types."""

from typing import Annotated

from pydantic import Field

Id = Annotated[int, Field(ge=0, lt=2**53)]
"""An id; what no database could hold does not parse, and the last-resort router answers it."""
ChatId = Annotated[int, Field(gt=-(2**53), lt=2**53)]
Number = Annotated[int, Field(ge=-1, le=100_000)]
"""An option or a quantity; −1 where a class says so."""
Page = Annotated[int, Field(ge=0, le=100_000)]
