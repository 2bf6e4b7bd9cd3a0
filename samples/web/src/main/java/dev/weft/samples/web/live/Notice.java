package dev.weft.samples.web.live;

import dev.weft.Prompt;

/** Something to show that needs no answer: {@link LiveRun} shows it and lets the flow go on. */
public interface Notice extends Prompt<Void> {}
