package dev.weft.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Exit;
import dev.weft.processor.model.LineMark;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Stmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;

/**
 * Copies the user's text and changes in it only what would mean something else in the stepper:
 * names of hoisted variables and of members, types by simple name, jumps out of the text.
 */
final class Renderer {
  private final MethodContext context;
  private final Jumps jumps;
  private final ReturnValues returns;

  Renderer(MethodContext context, Jumps jumps, ReturnValues returns) {
    this.context = context;
    this.jumps = jumps;
    this.returns = returns;
  }

  /**
   * Text made from a tree.
   *
   * @param code the text
   * @param copies final copies of locals that lambdas in the text capture, to be made before it
   * @param exits jumps that leave the text
   */
  record Rendered(Code code, List<Stmt> copies, List<Exit> exits) {}

  /** A change to a stretch of the text. */
  record Edit(int from, int to, Code code) {}

  /** Renders an expression of which all captures are known to be effectively final copies. */
  Rendered render(Tree root) {
    return render(root, context.source.start(root), context.source.end(root));
  }

  /** Renders a stretch of the source that holds the tree, such as several declarators. */
  Rendered render(Tree root, int from, int to) {
    Captures captures = new Captures(context, root);
    Edits edits = new Edits(context, jumps, returns, captures, root);
    edits.collect();
    List<Edit> all = new ArrayList<>(edits.edits());
    all.addAll(captures.insertions());
    return new Rendered(splice(all, from, to), captures.before(), edits.exits());
  }

  /** Renders a class that captures nothing by copies, with changes of the caller's. */
  Code render(ClassTree type, int from, int to, List<Edit> changes) {
    Captures captures = new Captures(context, type);
    Edits edits = new Edits(context, jumps, returns, captures, type);
    edits.collect();
    List<Edit> all = new ArrayList<>(changes);
    all.addAll(edits.edits());
    return splice(all, from, to);
  }

  /** Begins to render pieces of a statement or expression. */
  Parts parts(Tree whole) {
    return new Parts(whole);
  }

  /** Renders several pieces of one statement or expression, which share the copies they need. */
  final class Parts {
    private final Captures captures;

    private Parts(Tree whole) {
      this.captures = new Captures(context, whole);
    }

    Code render(Tree part) {
      Edits edits = new Edits(context, jumps, returns, captures, part);
      edits.collect();
      return edits.spliced();
    }

    /** Copies to be made before all of the pieces. */
    List<Stmt> copies() {
      return captures.before();
    }
  }

  private Code splice(List<Edit> edits, int from, int to) {
    return splice(context, edits, from, to, context.source.indent(from));
  }

  /**
   * Puts edits into the text; what an outer edit replaces is no longer edited.
   *
   * @param indent by how much lines are moved to the left
   */
  static Code splice(MethodContext context, List<Edit> edits, int from, int to, int indent) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(Edit::from).thenComparing(e -> e.from() < e.to()));
    boolean shift = canShift(context.source.slice(from, to), indent);
    Code.Builder result = new Code.Builder();
    int position = from;
    for (Edit edit : sorted) {
      if (edit.from() >= position) {
        result.add(shifted(context, position, edit.from(), indent, shift));
        result.add(edit.code());
        position = edit.to();
      }
    }
    return result.add(shifted(context, position, to, indent, shift)).build();
  }

  /** A text block loses its value if only some of its lines are moved. */
  private static boolean canShift(String text, int indent) {
    return !text.contains("\"\"\"")
        || text.lines()
            .skip(1)
            .allMatch(l -> l.isBlank() || l.length() >= indent && l.substring(0, indent).isBlank());
  }

  /** Copied text, moved to the left and with the source line noted at the start of each line. */
  private static String shifted(
      MethodContext context, int from, int to, int indent, boolean shift) {
    StringBuilder lines = new StringBuilder();
    int start = from;
    for (int end = context.source.lineEnd(from, to);
        end < to;
        end = context.source.lineEnd(start, to)) {
      lines.append(context.source.slice(start, end)).append('\n');
      start = context.source.nextLine(end);
      lines.append(LineMark.of(context.source.lineAt(start)));
      if (shift) {
        start = Math.min(context.source.skipBlanks(start, indent), to);
      }
    }
    return lines.append(context.source.slice(start, to)).toString();
  }

  /** The line that makes a final copy of a local. */
  static Stmt copy(Local local, String name) {
    return Stmt.Plain.line(copyLine(local, name));
  }

  static Code copyLine(Local local, String name) {
    return Code.join("final ", local.type(), " " + name + " = ", local, ";");
  }

  /** Locals that are assigned inside a statement, outside lambdas. */
  static Set<Local> assignedIn(MethodContext context, StatementTree statement) {
    Set<Local> assigned = new LinkedHashSet<>();
    int from = context.source.start(statement);
    int to = context.source.end(statement);
    for (Local local : context.locals) {
      Optional<Element> variable = context.variable(local);
      boolean here =
          variable.isPresent()
              && context.index.assignments(variable.get()).stream()
                  .anyMatch(t -> context.source.start(t) >= from && context.source.end(t) <= to);
      if (here) {
        assigned.add(local);
      }
    }
    return assigned;
  }
}
