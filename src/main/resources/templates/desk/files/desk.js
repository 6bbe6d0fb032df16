/* What the console does in the browser; every page can be read without it. */
(function () {
  'use strict';

  document.addEventListener('click', function (event) {
    var opener = event.target.closest('[data-opens]');
    if (opener) {
      document.getElementById(opener.dataset.opens).showModal();
      return;
    }
    if (event.target.closest('[data-closes]')) {
      event.target.closest('dialog').close();
      return;
    }
    var menu = event.target.closest('.menu-button');
    if (menu) {
      var open = document.getElementById('side').classList.toggle('open');
      menu.setAttribute('aria-expanded', String(open));
      return;
    }
    var copy = event.target.closest('[data-copies]');
    if (copy && navigator.clipboard) {
      navigator.clipboard.writeText(document.getElementById(copy.dataset.copies).textContent.trim());
      copy.textContent = copy.dataset.copied;
    }
  });

  /* "/" goes to the search of the page, as in other tools. */
  document.addEventListener('keydown', function (event) {
    if (event.key === '/' && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
      var search = document.querySelector('[data-search]');
      if (search) {
        event.preventDefault();
        search.focus();
      }
    }
  });

  /* A form with a file goes as JSON, the file in Base64; the answer is the next page, or is shown in its place on this one. */
  function send(form, file) {
    var fields = { archive: file.slice(file.indexOf(',') + 1) };
    form.querySelectorAll('[name]').forEach(function (field) {
      if (field.type !== 'file' && field.name !== '_csrf' && field.value !== '') {
        fields[field.name] = field.type === 'number' ? Number(field.value) : field.value;
      }
    });
    return fetch(form.action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': form.elements._csrf.value },
      body: JSON.stringify(fields)
    }).then(function (answer) {
      if (answer.redirected) {
        window.location.assign(answer.url);
        return;
      }
      return answer.text().then(function (text) {
        var page = new DOMParser().parseFromString(text, 'text/html');
        var place = document.getElementById(form.dataset.sendsJson);
        place.replaceChildren.apply(place, (page.getElementById(place.id) || page.querySelector('main') || page.body).childNodes);
        place.focus();
      });
    });
  }
  document.addEventListener('submit', function (event) {
    var form = event.target.closest('[data-sends-json]');
    var file = form && document.getElementById(form.dataset.fileOf || 'archive').files[0];
    if (!file) {
      return;
    }
    event.preventDefault();
    var reader = new FileReader();
    reader.onload = function () { send(form, reader.result); };
    reader.readAsDataURL(file);
  });

  /* One form is sent once, unless a file comes back and the page stays. */
  document.addEventListener('submit', function (event) {
    if (event.defaultPrevented || event.target.hasAttribute('hx-post') || event.target.hasAttribute('data-downloads')) {
      return;
    }
    event.target.querySelectorAll('button').forEach(function (button) {
      window.setTimeout(function () { button.disabled = true; }, 0);
    });
  });

  /* The hash of a file that stays with its owner: the bus keeps the hash alone. */
  document.addEventListener('change', function (event) {
    var target = event.target.dataset.hashInto;
    var file = target && event.target.files[0];
    if (!file || !window.crypto.subtle) {
      return;
    }
    file.arrayBuffer().then(function (bytes) {
      return window.crypto.subtle.digest('SHA-256', bytes);
    }).then(function (digest) {
      document.getElementById(target).value = Array.from(new Uint8Array(digest), function (one) {
        return one.toString(16).padStart(2, '0');
      }).join('');
    });
  });

  /* A file of text, into the field that is sent. */
  document.addEventListener('change', function (event) {
    var target = event.target.dataset.readsInto;
    var file = target && event.target.files[0];
    if (file) {
      file.text().then(function (text) {
        document.getElementById(target).value = text;
      });
    }
  });

  /* A chart: its values are columns, the moments in seconds and then a line each; the names stand over the table that says the same. */
  function draw(figure) {
    var table = document.getElementById(figure.dataset.chart);
    if (!table || !window.uPlot || figure.firstChild) {
      return;
    }
    var colours = getComputedStyle(document.documentElement);
    var names = Array.from(table.querySelectorAll('thead th'), function (cell) { return cell.textContent.trim(); });
    var columns = JSON.parse(figure.dataset.values);
    var ink = colours.getPropertyValue('--quiet').trim();
    var line = colours.getPropertyValue('--line').trim();
    var axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
    var hours = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' });
    var chart = new window.uPlot({
      width: figure.clientWidth,
      height: 200,
      cursor: { y: false },
      legend: { live: false },
      scales: { y: { range: function (u, min, max) { return [0, Math.max(1, max * 1.1)]; } } },
      axes: [
        Object.assign({ values: function (u, moments) { return moments.map(function (s) { return hours.format(new Date(s * 1000)); }); } }, axis),
        Object.assign({ size: 48 }, axis)
      ],
      series: names.map(function (name, i) {
        var colour = colours.getPropertyValue('--chart-' + ((i - 1) % 6 + 1)).trim();
        return i === 0 ? {} : { label: name, stroke: colour, width: 2, points: { show: columns[i].indexOf(null) >= 0, size: 4, fill: colour }, dash: i > 6 ? [4, 3] : undefined };
      })
    }, columns, figure);
    new ResizeObserver(function () { chart.setSize({ width: figure.clientWidth, height: 200 }); }).observe(figure);
  }

  function start() {
    document.querySelectorAll('[data-chart]').forEach(draw);
    document.querySelectorAll('dialog[data-open]').forEach(function (dialog) {
      if (!dialog.open) {
        dialog.showModal();
      }
    });
  }
  document.addEventListener('DOMContentLoaded', start);
  document.addEventListener('htmx:afterSettle', start);

  /* The keyboard stays where it was when a part of the page is refreshed. */
  var held = null;
  document.addEventListener('htmx:beforeSwap', function (event) {
    var at = document.activeElement;
    if (!event.target.contains(at)) {
      return;
    }
    held = at.id ? '[id="' + CSS.escape(at.id) + '"]'
      : at.dataset.opens ? '[data-opens="' + CSS.escape(at.dataset.opens) + '"]'
      : at.href ? 'main a[href="' + CSS.escape(at.getAttribute('href')) + '"]' : null;
  });
  document.addEventListener('htmx:afterSettle', function () {
    var again = held && document.querySelector(held);
    held = null;
    if (again) {
      again.focus({ preventScroll: true });
    }
  });

  /* What somebody reads is not replaced under their eyes. */
  document.addEventListener('htmx:beforeRequest', function (event) {
    if (document.hidden || event.target.querySelector('details[open], dialog[open]')) {
      event.preventDefault();
    }
  });
})();
