"""The code words that data files and offers share: kinds of placement, levels, functions of a person."""

from typing import get_args

from config.territory import Function

KINDS = ("observation", "pfmp", "sts", "apprenticeship", "immersion")
LEVELS = ("troisieme", "segpa", "prepa_metiers", "seconde", "cap", "bac_pro", "bts", "cs", "bp", "bma", "but")
CATALOGUE_LEVELS = (*LEVELS, "mlds", "apprentissage", "autre")  # the last three never stand in an offer
FUNCTIONS: tuple[Function, ...] = get_args(Function)
SCOPES = ("all", *KINDS, "mlds", "training")
SCHOOL_TYPES = ("college", "lycee", "lycee_pro", "lycee_agricole", "erea", "cfa", "autre")
CALENDAR_KINDS = ("vacances", "ferie", "rentree", "risk")
