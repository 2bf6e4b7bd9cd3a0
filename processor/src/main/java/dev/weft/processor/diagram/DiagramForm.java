package dev.weft.processor.diagram;

import dev.weft.processor.model.Machine;
import dev.weft.processor.model.Suspension;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which diagrams of machines are written. */
public enum DiagramForm {
  /** Mermaid, which many sites draw where they show Markdown. */
  MERMAID("mmd") {
    @Override
    String write(Diagram diagram) {
      StringBuilder text = new StringBuilder("flowchart TD\n");
      text.append("  start([\"").append(mermaid(diagram.title(), diagram.place()));
      text.append("\"])\n");
      for (Suspension each : diagram.states()) {
        String label = mermaid(each.summary(), each.number() + ", line " + each.line());
        boolean isCall = each.kind() != Suspension.Kind.YIELD;
        text.append("  s").append(each.number()).append(isCall ? "[[\"" : "[\"").append(label);
        text.append(isCall ? "\"]]\n" : "\"]\n");
      }
      text.append("  finish((( )))\n");
      for (Diagram.Edge edge : diagram.edges()) {
        text.append("  ").append(node(edge.from())).append(edge.isFailure() ? " -.->" : " -->");
        if (!edge.label().isEmpty()) {
          text.append("|\"").append(mermaid(edge.label())).append("\"|");
        }
        text.append(' ').append(node(edge.to())).append('\n');
      }
      return text.toString();
    }
  },

  /** The language of Graphviz. */
  DOT("dot") {
    @Override
    String write(Diagram diagram) {
      StringBuilder text = new StringBuilder("digraph {\n");
      text.append("  node [fontname=\"Helvetica\", fontsize=11, shape=box, style=rounded];\n");
      text.append("  edge [fontname=\"Helvetica\", fontsize=10];\n");
      text.append("  start [shape=plaintext, label=\"");
      text.append(dot(diagram.title(), diagram.place())).append("\"];\n");
      for (Suspension each : diagram.states()) {
        text.append("  s").append(each.number()).append(" [label=\"");
        text.append(dot(each.summary(), each.number() + ", line " + each.line())).append('"');
        text.append(each.kind() == Suspension.Kind.YIELD ? "" : ", peripheries=2").append("];\n");
      }
      text.append("  finish [shape=doublecircle, label=\"\", width=0.2];\n");
      for (Diagram.Edge edge : diagram.edges()) {
        text.append("  ").append(node(edge.from())).append(" -> ").append(node(edge.to()));
        text.append(" [label=\"").append(dot(edge.label())).append('"');
        text.append(edge.isFailure() ? ", style=dashed];\n" : "];\n");
      }
      return text.append("}\n").toString();
    }
  };

  private final String extension;

  DiagramForm(String extension) {
    this.extension = extension;
  }

  abstract String write(Diagram diagram);

  /** The diagram of a machine, as text. */
  public String write(Machine machine) {
    return write(Diagram.of(machine));
  }

  /** How names of files end. */
  public String extension() {
    return extension;
  }

  /** The form that a user names. */
  public static Optional<DiagramForm> named(String name) {
    return Arrays.stream(values())
        .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  private static String node(int state) {
    return switch (state) {
      case Diagram.START -> "start";
      case Diagram.END -> "finish";
      default -> "s" + state;
    };
  }

  private static String mermaid(String... lines) {
    return String.join(
        "<br/>",
        Arrays.stream(lines)
            .map(l -> l.replace("#", "#35;").replace("\"", "#quot;").replace("&", "#amp;"))
            .map(l -> l.replace("<", "#lt;").replace(">", "#gt;"))
            .toList());
  }

  private static String dot(String... lines) {
    return String.join(
        "\\n",
        Arrays.stream(lines).map(l -> l.replace("\\", "\\\\").replace("\"", "\\\"")).toList());
  }
}
