package dev.weft.samples.checkout;

import dev.weft.samples.checkout.Questions.Address;
import java.util.Optional;

/** What the customer gets in the end; without an address, if there is nothing to send. */
public record Receipt(String payment, int cents, Optional<Address> address) {}
