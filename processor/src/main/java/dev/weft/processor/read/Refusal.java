package dev.weft.processor.read;

import com.sun.source.tree.Tree;
import dev.weft.processor.Problem;
import java.util.List;

/** Abandons the transformation of one method; the driver reports it at the tree and goes on. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Item> items;

  /** One thing that can't be transformed, and where. */
  public record Item(Problem problem, Tree tree, List<Object> details) {
    public Item(Problem problem, Tree tree, Object... details) {
      this(problem, tree, List.of(details));
    }
  }

  Refusal(Problem problem, Tree tree, Object... details) {
    this(List.of(new Item(problem, tree, details)));
  }

  Refusal(List<Item> items) {
    super(items.toString(), null, false, false);
    this.items = List.copyOf(items);
  }

  public List<Item> items() {
    return items;
  }
}
