package dev.weft.samples.checkout;

import java.util.List;

/** The goods in the warehouse. */
public interface Stock {
  /** Holds items back for a customer, until they are taken or given back. */
  Reservation reserve(List<Cart.Item> items);

  /** Items held back. */
  interface Reservation {
    /** Takes them out of the stock. */
    void take();

    /** Gives back what was not taken. */
    void release();
  }
}
