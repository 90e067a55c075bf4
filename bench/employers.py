"""A table of employers such as pôles keep, by a seeded draw: a fifth of its lines are twins of others, and some only look so."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from config.territory import Commune, Territory

TRADES = (
    "Boulangerie Garage Restaurant Pharmacie Salon Menuiserie Plomberie Électricité Transports Snack Épicerie "
    "Pâtisserie Ferronnerie Carrosserie Cabinet Crèche Clinique Imprimerie Pressing Quincaillerie Fleuriste "
    "Boucherie Poissonnerie Librairie Opticien Paysagiste Maçonnerie Peinture Couverture Climatisation Informatique "
    "Mécanique Serrurerie Tapisserie Traiteur Bijouterie"
).split()
FAMILIES = (
    "Hoarau Payet Grondin Boyer Fontaine Robert Rivière Bègue Lauret Técher Dijoux Maillot Hubert Nativel Picard "
    "Turpin Vitry Lebon Sautron Folio Cadet Gonthier Mussard Ethève Damour Clain Barret Fontaine Lallemand Abrousse "
    "Aupin Bénard Calpétard Dalleau Elcaman Fruteau Gigan Huet Imare Jams Kichenin Latchoumanin Moutoussamy "
    "Narassiguin Ollivier Perrault Quilici Ramassamy Sinimalé Tandrayen Virapin Wu-Tiu-Yen Ying Zitte Ah-Hot "
    "Chane-Kane Law-Kam Thiaw-Wine Vayaboury Sangaralingom Virama Cazal Tossem Atchia Issop Patel Ravate Omarjee "
    "Moullan Dindar Caillère Leveneur Lucas Morel Fournier Girard Bonnet Lambert Faure Mercier Blanc Guérin Muller "
    "Roussel Chevalier Gauthier Perrin Morin Masson Noël Dufour Meunier Brun Blanchard Giraud Joly Gaillard Brunet "
    "Arnaud Leclercq Renaud Colin Vidal Aubert Leroux Renard Roger Schmitt Colas Bertin Caron Adam Charles"
).split()
FIRST = (
    "Jean-Marc Marie Daniel Sophie Frédéric Nadège Thierry Valérie Bruno Corinne Patrice Sabrina Johnny Murielle Fabrice Aurélie "
    "Didier Élodie Stéphane Gilberte Yannick Mélissa Olivier Nathalie Cédric Florence Rachid Hélène Willy Anaïs"
).split()
FANCY = (
    "Ti-Jour Bel-Air Les-Flamboyants Océane Tropic Mascareignes Le-Lagon Vanille Bourbon Les-Filaos Papangue Kaz-Péi "
    "La-Pépite Zembrocal Horizon Cap-Sud Volcan Alizés Ylang Géranium Corail Les-Cascades Bambou L'Atelier Éden "
    "Comète Pixel Vétiver Cardinal Saphir Panorama Grand-Large Belle-Étoile Caïman Orchidée Solaris Kréol Lambrequin "
    "Combava Salazie Mafate Cilaos Fournaise Étoile-Bleue"
).replace("-", " ").split(" ")  # fmt: skip
SAINTS = "Saint-Paul Saint-Pierre Sainte-Anne Saint-Michel Saint-Joseph Sainte-Thérèse Saint-Expédit Saint-Gilles".split()
BRANDS = (
    "Boulangerie Ange;Carrefour City;Norauto;Speedy;La Mie Câline;Optic 2000;Krys;Jean Louis David;Run Market;Leader Price;"
    "Point S;Midas;Brioche Dorée;Marionnaud;Yves Rocher;Crédit Agricole;La Poste;Score;Auto Smart;Bricorama"
).split(";")
STREETS = (
    "rue de Paris;rue du Général de Gaulle;avenue de la Victoire;rue Sainte-Marie;chemin Neuf;rue Juliette Dodu;"
    "allée des Bougainvilliers;rue Marius et Ary Leblond;boulevard Hubert Delisle;rue Archambaud;rue du Four à Chaux;"
    "chemin des Anglais;route de Savannah;impasse des Letchis;rue Pasteur;rue Victor Le Vigoureux;"
    "avenue des Mascareignes;rue Saint-Louis;chemin Summer;rue Méziaire Guignard"
).split(";")
FORMS = ("SARL", "SAS", "EURL", "Ets", "Entreprise", "S.A.R.L.", "SASU")
BEHIND = 10**6  # numbers behind a prefix of four
TWIN_SHARE, BRAND_SHARE = 0.2, 0.06
SIRET_ABSENT, PHONE, EMAIL, STREET, TRADE_NAME = 0.6, 0.9, 0.6, 0.85, 0.15
CHANGES = ("siret_absent", "legal_form", "trade_name", "saint", "accents", "typo", "other_contact", "moved")
PLAIN = str.maketrans("éèêëàâîïôûùçÉÈÎÔ", "eeeeaaiiouucEEIO")


@dataclass(frozen=True)
class Line:
    """One line, and the employer whose it truly is; `change`: how it was made from another line, or `brand` for a look-alike."""

    employer: int
    change: str
    name: str
    trade_name: str
    siret: str
    street: str
    postcode: str
    commune: str
    contact: str
    phone: str
    email: str


def employers(count: int, territory: Territory, seed: int = 2026) -> list[Line]:
    """So many lines, 750,000 at most, in a drawn order."""
    draw = random.Random(seed)
    phones = iter(draw.sample(range(3 * BEHIND), 2 * count))
    communes = [one for one in territory.communes.values() if one.postcodes]
    weights = [one.population for one in communes]
    lines: list[Line] = []
    while len(lines) < round(count * (1 - TWIN_SHARE)):
        place = draw.choices(communes, weights)[0]
        brand = draw.random() < BRAND_SHARE
        lines.append(_employer(len(lines), place, draw, phones, brand=brand))
    own = [line for line in lines if line.change != "brand" and (line.phone or line.email)]
    chosen = draw.sample(own, count - len(lines))
    lines += [_changed(one, CHANGES[number % len(CHANGES)], communes, draw, phones) for number, one in enumerate(chosen)]
    draw.shuffle(lines)
    return lines


def _employer(number: int, place: Commune, draw: random.Random, phones: Iterator[int], *, brand: bool) -> Line:
    family, trade = draw.choice(FAMILIES), draw.choice(TRADES)
    shapes = (
        f"{trade} {family}", f"{trade} {draw.choice(FIRST)} {family}", f"{trade} {draw.choice(FANCY)} {draw.choice(FANCY)}",
        f"{family} et Fils {trade}", f"{trade} {draw.choice(SAINTS)} {family}",
        f"{draw.choice(FANCY)} {draw.choice(FANCY)} {family}", f"{family} & {draw.choice(FAMILIES)}",
    )  # fmt: skip
    name = draw.choice(BRANDS) if brand else draw.choice(shapes)
    slug = "".join(one for one in name.lower().translate(PLAIN) if one.isalnum())
    street = f"{draw.randint(1, 240)} {draw.choice(STREETS)}" if draw.random() < STREET else ""
    shop = f"{draw.choice(FANCY)} {draw.choice(FANCY)} {draw.choice(TRADES)}" if draw.random() < TRADE_NAME and not brand else ""
    return Line(
        number, "brand" if brand else "", f"{draw.choice(FORMS)} {name}" if draw.random() < 0.4 else name, shop,
        _siret(draw) if draw.random() >= SIRET_ABSENT else "", street, place.postcodes[0], place.name,
        f"{draw.choice(FIRST)} {family}", _phone(next(phones)) if draw.random() < PHONE else "",
        f"contact{number}@{slug[:20]}.example" if draw.random() < EMAIL else "",
    )  # fmt: skip


def _changed(one: Line, change: str, communes: list[Commune], draw: random.Random, phones: Iterator[int]) -> Line:
    """The same employer once more, as another person writes it down."""
    twin = replace(one, change=change, siret="" if draw.random() < SIRET_ABSENT else one.siret)
    if change == "siret_absent":
        return replace(twin, siret="")
    if change == "legal_form":
        bare = twin.name.partition(" ")[2] if twin.name.split()[0] in FORMS else twin.name
        return replace(twin, name=f"{draw.choice(FORMS)} {bare}" if draw.random() < 0.7 else f"{bare} {draw.choice(FORMS)}")
    if change == "trade_name":
        return replace(twin, name=one.trade_name, trade_name="") if one.trade_name else replace(twin, trade_name=one.name)
    if change == "saint":
        said = {"Sainte-": "Ste ", "Saint-": "St ", "Sainte ": "Ste ", "Saint ": "St "}
        name, commune, street = twin.name, twin.commune, twin.street
        for whole, short in said.items():
            name, commune, street = (text.replace(whole, short) for text in (name, commune, street))
        return replace(twin, name=name, commune=commune.upper(), street=street)
    if change == "accents":
        return replace(twin, name=twin.name.translate(PLAIN).upper(), commune=twin.commune.translate(PLAIN).upper())
    if change == "typo":
        return replace(twin, name=_slip(twin.name, draw))
    if change == "other_contact":
        return replace(twin, contact=f"{draw.choice(FIRST)} {draw.choice(FAMILIES)}", phone=_phone(next(phones)), email="")
    place = draw.choice(communes) if draw.random() < 0.5 else None
    street = f"{draw.randint(1, 240)} {draw.choice(STREETS)}"
    moved = replace(twin, street=street, siret=_another_place(twin.siret))
    return replace(moved, commune=place.name, postcode=place.postcodes[0]) if place else moved


def _slip(name: str, draw: random.Random) -> str:
    """One letter dropped, doubled, swapped or changed, not the first of a word."""
    places = [at for at in range(1, len(name) - 1) if name[at].isalpha() and name[at - 1].isalpha()]
    at = draw.choice(places)
    return draw.choice(
        (
            name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:], name[:at] + draw.choice("aeinrst") + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        )
    )  # fmt: skip


def _phone(number: int) -> str:
    """Each number another: nobody's phone is somebody else's by chance."""
    kind, rest = divmod(number, BEHIND)
    said = f"{rest:06}"
    return f"{('0262', '0692', '0693')[kind]} {said[:2]} {said[2:4]} {said[4:]}"


def _siret(draw: random.Random) -> str:
    return _with_key(_with_key(f"{draw.randint(30_000_000, 99_999_999)}") + "0001")


def _another_place(siret: str) -> str:
    return _with_key(f"{siret[:9]}0002") if siret else ""


def _with_key(digits: str) -> str:
    """With the digit that makes it a number of Luhn's."""
    total = sum(sum(divmod(int(one) * (2 if place % 2 == 0 else 1), 10)) for place, one in enumerate(reversed(digits)))
    return digits + str(-total % 10)
