package dev.weft.samples.web;

import java.time.Duration;

/**
 * What an operator may want otherwise.
 *
 * @param port where the server listens; 0 for any that is free
 * @param grace how long a flow waits for a page to come back
 * @param idle how long a connection may be silent, answers to pings included
 * @param most how many flows there may be at once
 */
public record Settings(int port, Duration grace, Duration idle, int most) {

  /** Half a minute to come back, a minute of silence, and 10,000 flows. */
  public static Settings on(int port) {
    return new Settings(port, Duration.ofSeconds(30), Duration.ofMinutes(1), 10_000);
  }

  /** Another grace time. */
  public Settings grace(Duration grace) {
    return new Settings(port, grace, idle, most);
  }

  /** Another limit of silence. */
  public Settings idle(Duration idle) {
    return new Settings(port, grace, idle, most);
  }

  /** Another limit of flows. */
  public Settings most(int most) {
    return new Settings(port, grace, idle, most);
  }
}
