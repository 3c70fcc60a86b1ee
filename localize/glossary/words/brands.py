"""English words that make a firm, a model, a ship or a memorial of the title beside them. All lower case."""

from __future__ import annotations

from localize.glossary.words.vocabulary import KINDS, NAMED_AFTER
from localize.glossary.words.words import word_set

TITLE_BRANDS = word_set("""
    apartments avenue bancorp bank boulevard bridge college corp group hall holdings hospital hotel inc
    inn insurance ltd motors museum plaza plc road square street theater theatre university
""")
"""Words that make a company or a street of the title before them: "President Hotel", "Queen Street"."""

TITLE_FIRMS = word_set("""
    arms beverages breweries brewery cafe café casino cinema cruises entertainment films foods garages homes lodge
    logistics partners pictures pub records restaurant station studios tavern taverns tyres watches
""")
"""The same, but words that headlines have after a title as well: "President Records Show"."""

MAKERS = word_set("""
    audi austin bmw boeing buick cadillac cessna chevrolet chrysler citroën daihatsu dodge fiat ford hindustan holden honda hyundai isuzu
    jeep kawasaki kia lincoln mazda mitsubishi nissan opel peugeot piper plymouth renault seat skoda studebaker subaru
    suzuki toyota vauxhall volkswagen volvo yamaha
""")
"""Makers of cars and aircraft, behind whose names a title or a common noun is a model: "Ford Ranger"."""

SHIPS = word_set("hmas hmcs hms ms mv rms rrs rv ss uss")
"""What goes before a ship's name: "USS President Lincoln"."""

MEMORIALS = KINDS | NAMED_AFTER | {"center", "centre", "highway"}
"""What is named after people: "the President Kennedy Library"."""

FIRMS = word_set("""
    airline app automaker bank bar brewer brewery broker builder carmaker carrier casino chain chipmaker company conglomerate developer
    firm gallery gelding giant insurer label maker manufacturer nightclub operator publisher racehorse retailer shipper startup supplier
""")
"""Kinds of firms: what follows one directly is the name of a firm."""
