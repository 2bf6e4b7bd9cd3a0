// Shows what the server sends, and sends what the user enters. A message holds elements, each of
// which replaces the one in the page that has its id.

let socket;
let failures = 0;

function connect() {
  socket = new WebSocket(location.href.replace(/^http/, 'ws').replace(/#.*/, '') + '/socket');
  socket.onopen = () => {
    failures = 0;
    say('');
  };
  socket.onmessage = (event) => show(event.data);
  socket.onclose = reconnect;
}

// Within the grace time the flow is still where the user left it.
async function reconnect() {
  say('The connection is lost. Trying again …');
  await new Promise((done) => setTimeout(done, Math.min(500 * 2 ** failures++, 10_000)));
  const page = await fetch(location.href).catch(() => null);
  if (page && page.status === 404) {
    location.reload();
  } else {
    connect();
  }
}

function say(text) {
  document.getElementById('connection').textContent = text;
}

function show(markup) {
  const message = document.createElement('template');
  message.innerHTML = markup;
  for (const fresh of [...message.content.children]) {
    const old = document.getElementById(fresh.id);
    if (fresh.id === 'step') {
      showStep(old, fresh);
    } else if (!old.isEqualNode(fresh)) {
      old.replaceWith(fresh);
    }
  }
}

function showStep(old, fresh) {
  if (old.dataset.number === fresh.dataset.number) {
    // The same step after a lost connection: what was typed stays.
    return;
  }
  const parts = fresh.querySelectorAll('[data-part]');
  if (parts.length > 0 && old.dataset.screen === fresh.dataset.screen) {
    // A screen that moves: the focus stays where it is.
    old.dataset.number = fresh.dataset.number;
    for (const part of parts) {
      old.querySelector(`[data-part="${part.dataset.part}"]`).replaceWith(part);
    }
    return;
  }
  const first = old.dataset.number === undefined;
  old.replaceWith(fresh);
  const field = fresh.querySelector('[aria-invalid]') ?? fresh.querySelector('input');
  if (field) {
    field.focus();
  } else if (!first) {
    fresh.querySelector('h1').focus();
  }
}

// A second click is sent as well: the server knows which step it was for and refuses it.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if ('live' in form.dataset) {
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(form, event.submitter));
    fields.set('number', document.getElementById('step').dataset.number);
    if (socket.readyState === WebSocket.OPEN) {
      socket.send(fields.toString());
    }
  }
});

// A page that comes back from the browser's own memory has lost its socket.
addEventListener('pageshow', (event) => event.persisted && location.reload());

connect();
