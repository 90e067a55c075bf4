"""The gazetteer: communes by code, postcode, name, and by a name that is nearly right; wordless, no sentence is read here."""

from collections.abc import Iterable
from functools import cached_property, lru_cache

from config.lexicon import read_rows
from config.territory import AmbiguousPlace, Commune, Territory
from core.territory.fold import fold
from core.territory.likely import ACCEPT, MARGIN, Scored, choose, clearly_larger
from core.territory.names import LINKS, SAINTS, TOO_COMMON, arrondissement, bare, city_of, key, spellings
from core.territory.near import Nearness, similarity

VILLAGE, MUCH_LARGER, ALMOST = 3000, 20, 0.85  # a small place's name may be a large one's with a slip: below, times, from
FLOOR_WITHIN = 0.55  # the least similarity worth showing where the postcode is known
SHORTENED_FROM, LARGER = 2000, 2  # inhabitants of a commune whose name people shorten; times as many as one named just so
CITY = 20_000  # inhabitants: from here a name is known everywhere
SHORTEST = 4  # letters: a shorter word is near too many names
LONGEST = 80  # letters: no commune's name comes near
CEDEX = {"977": "974", "978": "974"}  # La Réunion's CEDEX postcodes wear prefixes of their own


def departements_of(postcode: str) -> tuple[str, ...]:
    """The départements that a postcode may lie in, by its prefix (20 is both of Corsica)."""
    if postcode[:2] in ("97", "98"):
        return (CEDEX.get(postcode[:3], postcode[:3]),)
    return ("2A", "2B") if postcode[:2] == "20" else (postcode[:2],)


class Gazetteer:
    """Communes of the territory, and of `extra` (elsewhere; those that the territory knows are skipped)."""

    def __init__(self, territory: Territory, extra: Iterable[Commune] = ()) -> None:
        """Index every name once; 35,000 communes take a fraction of a second."""
        self.territory = territory
        elsewhere = [commune for commune in extra if commune.insee not in territory.communes]
        self._communes = {**territory.communes, **{commune.insee: commune for commune in elsewhere}}
        self._official: dict[str, list[str]] = {}
        self._other: dict[str, list[str]] = {}
        self._without_article: dict[str, list[str]] = {}
        self._postcodes: dict[str, list[str]] = {code: list(inside) for code, inside in territory.postcodes.items()}
        self._suffixes = tuple(f" {link}{bare(key(fold(territory.academie)))}" for link in ("de la ", "de ", "la ", ""))
        for commune in self._communes.values():
            self._index(commune)
        for name, insee in (*territory.localities, *self._other_names()):
            self._name(name, insee, self._other)
        self._near = Nearness(sorted(self._keys_within(territory.communes)))
        self._far = Nearness(self._official)
        self._ambiguous = self._ambiguities()
        self._named = lru_cache(maxsize=4096)(self._look_up)  # messages name the same few places, and common words

    def _other_names(self) -> Iterable[tuple[str, str]]:
        rows = ((row["name"], row["insee"]) for _, row in read_rows("other-names"))
        return [(name, insee) for name, insee in rows if insee in self._communes and not self._any_inside([insee])]

    def _index(self, commune: Commune) -> None:
        self._name(commune.name, commune.insee, self._official)
        for alias in commune.aliases:
            self._name(alias, commune.insee, self._other)
        for code in commune.postcodes:
            listed = self._postcodes.setdefault(code, [])
            if commune.insee not in listed:
                listed.append(commune.insee)

    def _name(self, name: str, insee: str, index: dict[str, list[str]]) -> None:
        for spelling in spellings(name):
            index.setdefault(spelling, []).append(insee)
            short = bare(spelling)
            if short != spelling:
                self._without_article.setdefault(short, []).append(insee)

    def _keys_within(self, inside: Iterable[str]) -> Iterable[str]:
        wanted = set(inside)
        for index in (self._official, self._other):
            for spelling, codes in index.items():
                if not wanted.isdisjoint(codes):
                    yield spelling

    def _ambiguities(self) -> dict[str, AmbiguousPlace]:
        found: dict[str, AmbiguousPlace] = {}
        for place in self.territory.ambiguous:
            parts = spellings(place.place)
            # « X / Y » are two names that are only close: each is clear when it is written as a name is
            for spelling in parts if len(parts) == 1 else (part for part in parts if not self._codes(part)):
                found[spelling] = place
        return found

    def _codes(self, name_key: str) -> list[str]:
        """Official names before other names; in the territory an official name hides another commune's alias."""
        official, other = self._official.get(name_key, []), self._other.get(name_key, [])
        if any(code in self.territory.communes for code in official):
            other = []
        return list(dict.fromkeys(official + other))

    def _any_inside(self, codes: Iterable[str]) -> bool:
        return any(code in self.territory.communes for code in codes)

    def _found(self, codes: Iterable[str]) -> tuple[Commune, ...]:
        return tuple(self._communes[code] for code in dict.fromkeys(codes) if code in self._communes)

    def inside(self, commune: Commune) -> bool:
        """Whether the commune belongs to the territory."""
        return commune.insee in self.territory.communes

    def by_insee(self, insee: str) -> Commune | None:
        """The commune of an INSEE code; an arrondissement gives its city."""
        return self._communes.get(city_of(insee))

    def by_postcode(self, postcode: str) -> tuple[Commune, ...]:
        """All communes that share a postcode, those of the territory first; none when it is unknown."""
        return self._found(self._postcodes.get(postcode, ()))

    def named(self, folded_name: str) -> tuple[Commune, ...]:
        """All communes of that exact name: official, alias or locality; article optional, « st » is « saint »."""
        return self._named(key(folded_name))

    def _look_up(self, name: str) -> tuple[Commune, ...]:
        if city := arrondissement(name):
            return self._found([city])
        codes = self._codes(name)
        # « Port » is a commune of the Ain, but here people mean Le Port: both are candidates, the territory settles it
        without = self._without_article.get(name, [])
        codes = codes + (without if not self._any_inside(codes) else [c for c in without if c in self.territory.communes])
        if not codes and (short := bare(name)) != name:
            codes = self._codes(short) or self._without_article.get(short, [])
        found = self._found(codes)
        if self._any_inside(codes):
            return found
        return (*found, *self._shortened(name, found)) or self._named_with_region(name)

    def _shortened(self, name: str, exact: tuple[Commune, ...]) -> list[Commune]:
        """Communes that « Chamonix » may be short for: of some size, and where one is named just so, ten times as large."""
        if name in TOO_COMMON or name.rpartition(" ")[2] in LINKS or len(name) < 3:
            return []
        longer = self._found(code for spelling in self._far.beginning(f"{name} ") for code in self._official[spelling])
        meant = [commune for commune in longer if commune.population >= SHORTENED_FROM and not self.inside(commune)]
        meant.sort(key=lambda commune: -commune.population)
        largest = max((commune.population for commune in exact), default=0)
        return meant if meant and meant[0].population >= LARGER * largest else []

    @cached_property
    def openings(self) -> dict[str, int]:
        """What opens a name once its article is off, with how many words the longest such name has, article included.

        « saint » opens so many that there the first two words count.
        """
        opening: dict[str, int] = {}
        for index in (self._official, self._other, self._ambiguous):
            for spelling in index:
                words = bare(spelling).split(" ")
                first = f"{words[0]} {words[1]}" if words[0] in SAINTS and len(words) > 1 else words[0]
                opening[first] = max(opening.get(first, 0), len(words) + 1)
        return opening

    @cached_property
    def familiar(self) -> frozenset[str]:
        """The words that open a name of the territory or a city's: they are known for places in small letters too."""
        cities = (key(fold(commune.name)) for commune in self._communes.values() if commune.population >= CITY)
        inside = (*self._keys_within(self.territory.communes), *self._ambiguous)
        return frozenset(bare(spelling).split(" ")[0] for spelling in (*inside, *cities)) | {"st", "ste"}

    def _named_with_region(self, name: str) -> tuple[Commune, ...]:
        for suffix in self._suffixes:
            if name.endswith(suffix) and len(name) > len(suffix):
                return tuple(commune for commune in self.named(name.removesuffix(suffix)) if self.inside(commune))
        return ()

    def ambiguous(self, folded_name: str) -> AmbiguousPlace | None:
        """What the territory says of words with several meanings, articles included (« la riviere »)."""
        return self._ambiguous.get(key(folded_name))

    def closest(self, folded: str, postcode: str | None = None, limit: int = 3) -> tuple[Scored, ...]:
        """Communes of that name or nearly, likeliest first: one alone when it is sure, else up to `limit`.

        Sure is: similarity >= .85, ahead of the next by .05, the larger commune likelier. Looked for within the postcode when
        one is known, else in the territory, and elsewhere when nothing there is sure.
        """
        name = key(folded)
        if len(name) > LONGEST:
            return ()
        if postcode is not None:
            return self._closest_within(name, postcode, limit)
        if exact := self.named(name):
            return self._exactly(name, exact, limit)
        if len(name) < SHORTEST:
            return ()
        near = choose(self._scores(name, self._near, set(self.territory.communes)), limit)
        if len(near) == 1 and near[0][1] >= ACCEPT:
            return near
        return choose(self._scores(name, self._far, None) + list(near), limit)

    def _exactly(self, name: str, exact: tuple[Commune, ...], limit: int) -> tuple[Scored, ...]:
        """A name written right is sure, unless it is a village's and a much larger place is one letter away."""
        settled = self.settle(exact)
        larger = sorted(exact, key=lambda commune: -commune.population)[:limit]
        if settled and settled.population < VILLAGE and not self.inside(settled) and len(name) >= SHORTEST:
            likely = [pair for pair in self._scores(name, self._far, None) if pair[1] >= ALMOST]
            likely = [pair for pair in likely if pair[0].population > MUCH_LARGER * settled.population]
            if likely:
                return ((settled, 1.0), *likely[: limit - 1])
        return tuple((commune, 1.0) for commune in ([settled] if settled else larger))

    def _closest_within(self, name: str, postcode: str, limit: int) -> tuple[Scored, ...]:
        """A postcode leaves few communes: the likest is sure when it is ahead, however many slips there are."""
        sharing = self.by_postcode(postcode)
        likest = [(commune, max(similarity(name, spelling) for spelling in spellings(commune.name))) for commune in sharing]
        exact = [(commune, 1.0) for commune in self.named(name) if commune in sharing]
        ranked = exact or sorted((pair for pair in likest if pair[1] >= FLOOR_WITHIN), key=lambda pair: -pair[1])
        ahead = len(ranked) > 1 and ranked[0][1] - ranked[1][1] >= MARGIN
        return tuple(ranked[: 1 if ahead else limit])

    def _scores(self, name: str, names: Nearness, within: set[str] | None) -> list[Scored]:
        return [
            (commune, score)
            for spelling, score in names.like(name)
            for commune in self._found(self._codes(spelling))
            if within is None or commune.insee in within
        ]

    def settle(
        self, candidates: Iterable[Commune], postcode: str | None = None, departement: str | None = None
    ) -> Commune | None:
        """The one of several homonyms that is meant, or None (ask).

        A postcode or département named decides; then the territory; then a commune ten times as large as the next.
        """
        left = tuple(dict.fromkeys(candidates))
        if postcode:
            exact = tuple(commune for commune in left if commune in self.by_postcode(postcode))
            left = exact or tuple(commune for commune in left if commune.departement in departements_of(postcode))
        if departement:
            left = tuple(commune for commune in left if commune.departement == departement.upper())
        if len(left) <= 1:
            return left[0] if left else None
        inside = tuple(commune for commune in left if self.inside(commune))
        return (inside[0] if len(inside) == 1 else None) if inside else clearly_larger(left)
