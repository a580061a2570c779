"""The rights register: the dossier's trademarks and what rights/register.toml adds, and who complains."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath

from monitor.brands import Brand, numbered
from monitor.brands.files import Folder, is_there
from monitor.brands.ids import folded
from monitor.brands.model import SellerEntry, Trademark
from monitor.brands.problems import Problems, shown
from monitor.brands.territory import places
from monitor.brands.toml import Table, read_table
from monitor.complaints.grounds import Ground, marks, names_of, support
from monitor.complaints.matter import Matter

KINDS = ("trademark", "copyright", "patent", "design", "certificate", "power_of_attorney")
SERVES = {
    Ground.TRADEMARK: ("trademark",),
    Ground.COUNTERFEIT: ("trademark",),
    Ground.COPYRIGHT: ("copyright",),
    Ground.NONE: (),
}
POWER = "power_of_attorney"
WARN_DAYS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """One right or paper: what it is, who registered it under which number, how long it lasts, its file in rights/."""

    kind: str
    name: str
    registration: str = ""
    office: str = ""
    classes: tuple[int, ...] = ()
    valid_until: date | None = None
    file: str = ""
    also: tuple[str, ...] = ()
    """Other names of a mark, by which a flag may name it."""

    @property
    def names(self) -> tuple[str, ...]:
        """All that a flag may call it."""
        return self.name, *self.also

    @property
    def words(self) -> tuple[str, ...]:
        """Its names without picture files."""
        return tuple(one for one in self.names if "/" not in one)

    @property
    def label(self) -> str:
        """The right in a few words."""
        return f"{self.kind} {self.name}{f' ({self.number})' if self.number else ''}"

    @property
    def details(self) -> str:
        """The right with its classes and its last day, as far as they are known."""
        classes = f"class{'es' * (len(self.classes) > 1)} {', '.join(map(str, self.classes))}" if self.classes else ""
        until = f"valid until {self.valid_until}" if self.valid_until else ""
        return ", ".join(filter(None, (self.label, classes, until)))

    @property
    def number(self) -> str:
        """The registration with its office, which many write before the number themselves."""
        return numbered(self.office, self.registration)


@dataclass(frozen=True, slots=True, kw_only=True)
class Complainant:
    """Who complains, as `[complainant]` of the register says; empty where it does not.

    `owner` is who owns the rights by brand.toml; one of another name acts for it, by a power of attorney.
    """

    legal_name: str = ""
    owner: str = ""
    licence_number: str = ""
    address: str = ""
    contact: str = ""
    phone: str = ""
    email: str = ""
    identity: str = ""
    country: str = ""
    """Where who complains is at home, as the code of a country."""

    @property
    def holder(self) -> str:
        """Who owns the rights."""
        return self.owner or self.legal_name

    @property
    def is_agent(self) -> bool:
        """Whether somebody else than the owner complains."""
        return bool(self.legal_name and self.owner) and same_name(self.legal_name) != same_name(self.owner)


def same_name(name: str) -> str:
    """A name without what spelling leaves open: case, width, spaces, stops."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name)).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """All rights of a brand, and who complains for it."""

    rights: tuple[Right, ...]
    complainant: Complainant
    folder: Path
    price_policing_forbidden: tuple[str, ...] = ()
    lists_sellers: bool = True
    """Whether the brand has a list of sellers."""
    sellers: tuple[SellerEntry, ...] = ()
    """The rows of that list."""

    def relied_on(self, ground: Ground) -> tuple[Right, ...]:
        """The rights that a complaint on a ground relies on; registered ones alone for trademarks."""
        return tuple(
            one
            for one in self.rights
            if one.kind in SERVES[ground] and (one.registration or ground is Ground.COPYRIGHT)
        )

    @property
    def powers(self) -> tuple[Right, ...]:
        """The powers of attorney."""
        return tuple(one for one in self.rights if one.kind == POWER)

    def expiring(self, today: date, days: int = WARN_DAYS) -> list[str]:
        """What ends soon or has ended, in words, the first to end first."""
        ending = sorted((one.valid_until, one.label) for one in self.rights if one.valid_until)
        return [
            f"{label} {'ended' if end < today else 'ends'} on {end}"
            for end, label in ending
            if (end - today).days <= days
        ]


def read_register(brand: Brand, folder: Path) -> Register:
    """The rights of a brand in its folder; rights/register.toml may be absent. Raises ConfigurationError."""
    problems = Problems()
    file = folder / "rights" / "register.toml"
    rights = [_of_mark(mark) for mark in brand.trademarks]
    complainant = Complainant(legal_name=brand.owner, owner=brand.owner)
    forbidden: tuple[str, ...] = ()
    table = read_table(file, problems) if is_there(file, problems) else None
    if table is not None:
        files = Folder(folder, problems)
        complainant = _complainant(table.table("complainant"), brand, files)
        rights += [_right(one, files) for one in table.tables("right")]
        forbidden = table.texts("price_policing_forbidden")
        table.done()
    problems.raise_if_any()
    return Register(
        rights=tuple(rights),
        complainant=complainant,
        folder=folder,
        price_policing_forbidden=forbidden,
        lists_sellers=brand.sellers is not None,
        sellers=tuple(brand.sellers or ()),
    )


def _of_mark(mark: Trademark) -> Right:
    return Right(
        kind="trademark",
        name=mark.text or (f"logo {PurePath(mark.logo.name).stem}" if mark.logo else ""),
        registration=mark.registration,
        office=mark.office,
        classes=mark.classes,
        valid_until=mark.valid_until,
        file=mark.certificate,
        also=(*mark.also, mark.logo.name) if mark.logo else mark.also,
    )


def _complainant(table: Table, brand: Brand, files: Folder) -> Complainant:
    identity = table.text("identity")
    if identity:
        files.named(identity, "rights", table.file, table.spot("identity"))
    name = table.text("legal_name", brand.owner)
    found = Complainant(
        legal_name=name,
        owner=name if table.flag("is_owner", default=False) else brand.owner,
        licence_number=table.text("licence_number"),
        address=table.text("address"),
        contact=table.text("contact"),
        phone=table.text("phone"),
        email=table.text("email"),
        identity=identity,
        country=_home(table),
    )
    table.done()
    return found


def _home(table: Table) -> str:
    said = table.text("country").upper()
    if said and not (len(said) == 2 and places(said)):
        table.wrong("country", f"{shown(said)} is no code of a country; write one such as DE")
    return said


def _right(table: Table, files: Folder) -> Right:
    kind, paper = table.text("kind"), table.text("file")
    if kind not in KINDS:
        table.wrong("kind", f"{shown(kind)} is no kind of right; write one of: {', '.join(KINDS)}")
    also = table.texts("also")
    if also and kind in KINDS and kind != "trademark":
        table.wrong("also", f"a {kind.replace('_', ' ')} has one name; other names are of trademarks")
    for word in also:
        if not any(char.isalnum() for char in word):
            table.wrong("also", f"{shown(word)} is no name of a mark; it has a letter or digit")
    if paper:
        files.named(paper, "rights", table.file, table.spot("file"))
    right = Right(
        kind=kind,
        name=table.text("name"),
        registration=table.text("registration"),
        office=table.text("office"),
        classes=table.wholes("classes", 1, 45),
        valid_until=table.day("valid_until"),
        file=paper,
        also=also,
    )
    if not right.name:
        table.wrong("name", 'is missing; write name = "..."')
    table.done()
    return right


def named(rights: Sequence[Right], matter: Matter, ground: Ground) -> list[Right]:
    """The rights that the flags of a case name by the mark they saw.

    Where they name none and a test buy showed a counterfeit, those that the title names, under which it was sold.
    """
    seen = {mark.casefold() for flag in support(matter.flags, ground) for mark in marks(flag)}
    by_flags = [one for one in rights if seen & {name.casefold() for name in one.names}]
    if by_flags or ground is not Ground.COUNTERFEIT:
        return by_flags
    return [one for one in rights if any(_stands_in(name, matter.listing.title) for name in one.names)]


def names_shown(rights: Sequence[Right], matter: Matter, ground: Ground) -> list[str]:
    """The names by which a case shows a mark: those of its flags, else those of rights that its title has."""
    said = [name for flag in support(matter.flags, ground) for name in names_of(flag)]
    if not said and ground is Ground.COUNTERFEIT:
        said = [name for one in rights for name in one.names if _stands_in(name, matter.listing.title)]
    return list(dict.fromkeys(said))


def write_also(rights: Sequence[Right], shown: Sequence[str]) -> str:
    """What to do where marks may cover names that they do not state, in words; no right covers one by itself."""
    own = "; ".join(f"{one.number or one.name} is named {', '.join(one.words)}" for one in rights)
    names = ", ".join(f'"{name}"' for name in shown)
    them = "it covers" if len(rights) == 1 else "one of them covers"
    return (
        f"{own}: where {them} {', '.join(shown)} too, write also = [{names}] below its name in rights/register.toml or "
        "brand.toml"
    )


def _stands_in(name: str, text: str) -> bool:
    """Whether a text has a name as words of its own; scripts without spaces have no bounds of words."""
    bound = r"\b" if name.isascii() else ""
    return bool(re.search(f"{bound}{re.escape(folded(name))}{bound}", folded(text)))


def ended(rights: Sequence[Right], today: date) -> list[str]:
    """What is past its date, in words."""
    return [
        f"{one.label} ended on {one.valid_until}; renew it or rely on another right"
        for one in rights
        if one.valid_until and one.valid_until < today
    ]
