/** A checkout: what is reserved while the customer decides, and how long a payment takes. */
package dev.weft.samples.web.shop;
