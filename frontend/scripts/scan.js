// Several photos of one paper are shrunk here and sent one after another, each with its progress and, when the network
// fails, a button to send it again. Without scripts the same form sends them all at once.
(() => {
  'use strict';
  for (const form of document.querySelectorAll('form[data-photos]')) {
    const list = document.createElement('ul');
    list.className = 'mc-stack-s';
    list.setAttribute('aria-live', 'polite');
    form.append(list);
    form.querySelector('[data-send]').parentElement.hidden = true;

    const preview = (file) => {
      if (!file.type.startsWith('image/')) return null;
      const picture = document.createElement('canvas');
      picture.className = 'mc-preview';
      createImageBitmap(file, { resizeWidth: 96 }).then(
        (small) => {
          picture.width = small.width;
          picture.height = small.height;
          picture.getContext('2d').drawImage(small, 0, 0);
        },
        () => picture.remove(),
      );
      return picture;
    };

    // Answers with the server's words when it refuses, with undefined when all is well.
    const send = (file, progress) =>
      new Promise((done, failed) => {
        const data = new FormData();
        data.append('_csrf', form.querySelector('[name=_csrf]').value);
        data.append('files', file, file.name);
        const request = new XMLHttpRequest();
        request.open('POST', form.action);
        request.upload.onprogress = (event) => {
          if (event.lengthComputable) progress.value = event.loaded / event.total;
        };
        request.onload = () => {
          const page = new DOMParser().parseFromString(request.responseText, 'text/html');
          const refusal = page.getElementById('files-e');
          if (request.status === 200 && !refusal) done();
          else if (refusal) done(refusal.textContent);
          else failed();
        };
        request.onerror = failed;
        request.ontimeout = failed;
        request.timeout = 120_000;
        request.send(data);
      });

    const line = (file) => {
      const item = document.createElement('li');
      item.className = 'mc-card mc-row';
      const progress = document.createElement('progress');
      progress.max = 1;
      progress.value = 0;
      progress.setAttribute('aria-label', `${form.dataset.sending} ${file.name}`);
      const words = document.createElement('span');
      words.textContent = file.name;
      const picture = preview(file);
      if (picture) item.append(picture);
      item.append(words, progress);
      list.append(item);
      return { item, progress, words };
    };

    const attempt = async (file, shown) => {
      shown.progress.hidden = false;
      shown.progress.value = 0;
      let refusal;
      try {
        refusal = await send(await window.mcShrink(file).catch(() => file), shown.progress);
      } catch {
        shown.progress.hidden = true;
        shown.words.textContent = `${file.name}: ${form.dataset.failed}`;
        return new Promise((done) => {
          const again = document.createElement('button');
          again.type = 'button';
          again.className = 'mc-btn mc-btn-2 mc-btn-s';
          again.textContent = form.dataset.retry;
          again.addEventListener('click', () => {
            again.remove();
            shown.words.textContent = file.name;
            done(attempt(file, shown));
          });
          shown.item.append(again);
        });
      }
      shown.progress.hidden = true;
      if (refusal) shown.words.textContent = refusal;
      else shown.item.remove();
      return refusal;
    };

    let queue = Promise.resolve();
    let refused = false;
    for (const input of form.querySelectorAll('input[type=file]')) {
      input.addEventListener('change', () => {
        const files = [...input.files];
        input.value = '';
        const shown = files.map(line);
        files.forEach((file, i) => {
          queue = queue.then(async () => {
            if (await attempt(file, shown[i])) refused = true;
          });
        });
        const mine = queue;
        mine.then(() => {
          if (mine === queue && !refused) location.assign(location.pathname);
        });
      });
    }
  }

  // A signature drawn with finger, pen or mouse travels as a picture in a hidden field.
  for (const frame of document.querySelectorAll('[data-signature]')) {
    const canvas = frame.querySelector('canvas');
    const field = frame.querySelector('input[type=hidden]');
    const pen = canvas.getContext('2d');
    frame.hidden = false;
    pen.lineWidth = 3;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    let drawing = false;
    const at = (event) => {
      const box = canvas.getBoundingClientRect();
      return [
        ((event.clientX - box.left) * canvas.width) / box.width,
        ((event.clientY - box.top) * canvas.height) / box.height,
      ];
    };
    canvas.addEventListener('pointerdown', (event) => {
      drawing = true;
      canvas.setPointerCapture(event.pointerId);
      pen.beginPath();
      pen.moveTo(...at(event));
      event.preventDefault();
    });
    canvas.addEventListener('pointermove', (event) => {
      if (!drawing) return;
      pen.lineTo(...at(event));
      pen.stroke();
    });
    canvas.addEventListener('pointerup', () => {
      drawing = false;
      field.value = canvas.toDataURL('image/png');
    });
    frame.querySelector('[data-clear]').addEventListener('click', () => {
      pen.clearRect(0, 0, canvas.width, canvas.height);
      field.value = '';
    });
  }
})();
