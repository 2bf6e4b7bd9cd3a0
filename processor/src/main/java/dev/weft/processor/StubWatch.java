package dev.weft.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Looks after classes whose bodies could not be read. As a rule javac rejects them too and says
 * why; should it accept one, then the reader is at fault, and the user must hear of it.
 */
final class StubWatch implements TaskListener {
  private final Reporter reporter;
  private final Trees trees;

  /** Where the classes are declared; once they are compiled nobody can tell any more. */
  private final Map<String, TreePath> unread = new HashMap<>();

  private StubWatch(Reporter reporter, Trees trees) {
    this.reporter = reporter;
    this.trees = trees;
  }

  static StubWatch start(ProcessingEnvironment environment, Reporter reporter, Trees trees) {
    StubWatch watch = new StubWatch(reporter, trees);
    JavacTask.instance(environment).addTaskListener(watch);
    return watch;
  }

  /** Notes a class whose steppers are stubs. */
  void add(TypeElement type) {
    unread.put(type.getQualifiedName().toString(), trees.getPath(type));
  }

  @Override
  public void finished(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    if (event.getKind() == TaskEvent.Kind.GENERATE && type != null) {
      TreePath path = unread.remove(type.getQualifiedName().toString());
      if (path != null) {
        reporter.error(Problem.UNREADABLE, path, type.getSimpleName());
      }
    }
  }
}
