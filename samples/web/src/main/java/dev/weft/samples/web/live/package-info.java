/** The glue between a runner and the sockets of its pages; it knows neither server nor markup. */
package dev.weft.samples.web.live;
