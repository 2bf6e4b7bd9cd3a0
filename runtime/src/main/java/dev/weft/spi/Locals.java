package dev.weft.spi;

import dev.weft.Frame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes from a paused frame those of its variables that are live at the state it stands at. */
public final class Locals {
  private final int state;
  private final List<Frame.Local> live = new ArrayList<>();

  Locals(int state) {
    this.state = state;
  }

  /**
   * Tells of a variable.
   *
   * @param states where it is live: numbers of suspensions, 0 for before the first line, as {@code
   *     0-2, 5}
   * @param type its declared type
   * @param name its name in the source
   * @param value what its field holds
   */
  public void add(String states, String type, String name, @Nullable Object value) {
    if (contains(states)) {
      live.add(new Frame.Local(name, type, value));
    }
  }

  List<Frame.Local> live() {
    return live;
  }

  private boolean contains(String states) {
    for (String range : states.isEmpty() ? new String[0] : states.split(", ")) {
      int dash = range.indexOf('-');
      int first = Integer.parseInt(range, 0, dash < 0 ? range.length() : dash, 10);
      int last = dash < 0 ? first : Integer.parseInt(range, dash + 1, range.length(), 10);
      if (first <= state && state <= last) {
        return true;
      }
    }
    return false;
  }
}
