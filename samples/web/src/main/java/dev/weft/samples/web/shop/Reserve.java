package dev.weft.samples.web.shop;

import dev.weft.effects.Command;
import dev.weft.samples.web.shop.Stock.Reservation;
import java.util.Optional;

/** Holds one back for a customer; empty if none is free. Who does that is decided outside. */
public record Reserve(Goods goods) implements Command<Optional<Reservation>> {}
