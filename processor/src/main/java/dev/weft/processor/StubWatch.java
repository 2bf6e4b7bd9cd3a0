package dev.weft.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Looks after classes whose bodies could not be read. As a rule javac rejects them too and says
 * why; should it accept one, then the reader is at fault, and the user must hear of it.
 */
final class StubWatch implements TaskListener {
  private final Reporter reporter;
  private final Set<String> unread = new HashSet<>();

  private StubWatch(Reporter reporter) {
    this.reporter = reporter;
  }

  static StubWatch start(ProcessingEnvironment environment, Reporter reporter) {
    StubWatch watch = new StubWatch(reporter);
    JavacTask.instance(environment).addTaskListener(watch);
    return watch;
  }

  /** Notes a class, by its qualified name, whose steppers are stubs. */
  void add(String type) {
    unread.add(type);
  }

  @Override
  public void finished(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    if (event.getKind() == TaskEvent.Kind.GENERATE
        && type != null
        && unread.remove(type.getQualifiedName().toString())) {
      reporter.error(Problem.UNREADABLE, type, type.getSimpleName());
    }
  }
}
