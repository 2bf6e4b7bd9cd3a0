package dev.weft;

/**
 * An effect that is answered by the handler with the same key, so that there can be several of one
 * kind: one reader for the configuration, another for the user.
 */
public interface Keyed {

  /** Says which of the handlers is meant. Its text is part of messages. */
  Object key();
}
