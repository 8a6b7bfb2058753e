"use strict";

// What the page says, in English and Chinese; {…} is filled in.
const TEXTS = {
  title: ["Turn a video into text", "把视频变成文字"],
  lead: ["Drop video or audio files here", "把视频或音频文件拖到这里"],
  choose: ["Choose files…", "选择文件…"],
  most: [
    "Up to {most} each. For a larger file, tell your assistant where it lies: then there is no limit.",
    "每个文件最大 {most}。更大的文件请把路径告诉助手，这样就没有大小限制。",
  ],
  local: [
    "Nothing leaves this computer: the text is made by a program that runs on it.",
    "任何内容都不会离开这台电脑：文字由本机上的程序生成。",
  ],
  close: [
    "Done here: the work has started, and you may close this page. Your assistant can tell how far it is.",
    "这里已经完成：转写已开始，可以关闭此页面。助手可以告诉您进度。",
  ],
  files: ["Your files", "您的文件"],
  waiting: ["Waiting to be sent", "等待发送"],
  sending: ["Handing over: {percent} %", "正在传送：{percent}%"],
  checking: ["Checking the file…", "正在检查文件…"],
  queued: ["Waiting for its turn", "排队中"],
  running: ["Transcribing: {percent} %", "正在转写：{percent}%"],
  preparing: ["{stage}…", "正在转写…"],
  left: ["{state}, about {time} left", "{state}，大约还需 {time}"],
  cancel: ["Cancel", "取消"],
  cancelOne: ["Cancel {name}", "取消 {name}"],
  cancelling: ["Cancelling…", "正在取消…"],
  cancelled: ["Cancelled", "已取消"],
  done: ["Done: {words} words in {time}", "完成：{time}，共 {words} 词"],
  stored: ["Received; there is nothing in it to transcribe", "已收到；其中没有可转写的声音"],
  more: ["Show more", "显示更多"],
  textOf: ["Text of {name}", "{name} 的文字"],
  newsOf: ["What was heard in {name} so far", "{name} 目前识别的内容"],
  saved: ["On this computer", "在这台电脑上"],
  download: ["Download a copy", "下载副本"],
  downloadOf: ["Download a copy of {name}", "下载 {name} 的副本"],
  said: ["{name}: {state}", "{name}：{state}"],
  tooLarge: [
    "It has {size}, and at most {most} can be dropped here. Tell your assistant where it lies on this computer: then there is no limit.",
    "文件大小为 {size}，这里最多接受 {most}。请把它在这台电脑上的路径告诉助手，这样就没有大小限制。",
  ],
  folder: ["This is a folder: drop the files that are in it.", "这是文件夹：请拖入其中的文件。"],
  empty: ["The file is empty.", "文件是空的。"],
  unsent: [
    "It could not be handed over. See whether the file is still there, and drop it again.",
    "无法传送。请确认文件仍然存在，然后重新拖入。",
  ],
  lost: [
    "The program on this computer does not answer. This page goes on trying; if it stays so, ask your assistant to go on.",
    "这台电脑上的程序没有响应。此页面会继续尝试；如果一直如此，请让助手继续。",
  ],
  none: ["This link is not valid any more. Ask your assistant for a new one.", "此链接已失效。请让助手给出新的链接。"],
};
const FORMATS = [
  ["docx", "Word"], ["txt", "TXT"], ["srt", "SRT"], ["vtt", "WebVTT"], ["md", "Markdown"], ["json", "JSON"],
];
const KEY = "claim", WAIT_S = 10, REST_MS = 5000, NEWS_MS = 4000, PAGE_CHARACTERS = 6000, MOST_ASKED = 4;
const ENDED = new Set(["completed", "failed", "cancelled"]);

const language = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
const most = Number(document.documentElement.dataset.uploadBytes);
const token = claimed();
const cards = new Map(); // job id → card
const waiting = []; // cards of files that are still to be sent
let sessionId = "", isSending = false, wake = () => {};

const at = (selector, within = document) => within.querySelector(selector);
// A pause; `wake()` ends it.
const rest = (ms) => new Promise((resolve) => setTimeout((wake = resolve), ms));

function text(key, values = {}) {
  return TEXTS[key][language === "zh" ? 1 : 0].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function fill(root) {
  for (const node of root.querySelectorAll("[data-text]")) node.textContent = text(node.dataset.text);
}

// The token, out of the address into this tab's own memory, where a reload finds it.
function claimed() {
  const given = new URLSearchParams(location.search).get("ct");
  const behind = location.hash.startsWith("#clm_") ? location.hash.slice(1) : "";
  history.replaceState(null, "", location.pathname);
  try {
    if (given || behind) sessionStorage.setItem(KEY, given || behind);
    return sessionStorage.getItem(KEY) || "";
  } catch {
    return given || behind; // a browser that keeps nothing for pages: a reload asks for the link
  }
}

// An error whose message is for the person; `status` is HTTP's, 0 if nobody answers.
class Refused extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

const isFinal = ({ status }) => status === 401 || status === 403;

function opened(status, body) {
  if (status >= 200 && status < 300 && body && !body.code) return body.data ?? body;
  throw new Refused((body && body.message) || text(isFinal({ status }) ? "none" : "lost"), status);
}

async function ask(path, options = {}) {
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await fetch(path, { cache: "no-store", ...options, headers }).catch(() => {
    throw new Refused(text("lost"), 0);
  });
  if (answer.ok && options.raw) return answer.blob();
  return opened(answer.status, await answer.json().catch(() => null));
}

const clock = (seconds) => {
  const whole = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
};
const size = (bytes) => `${Math.ceil(bytes / 1048576).toLocaleString(language)} MB`;

function tell(message) {
  at("#said").textContent = message;
}

function complain(message) {
  const box = at("#trouble");
  if (box.textContent !== message) box.textContent = message;
  box.hidden = !message;
}

// One file: its card on the page, and what is known of its job.
class Card {
  constructor(name, file = null) {
    this.name = name;
    this.file = file;
    this.jobId = this.shown = "";
    this.after = 0;
    this.heard = [];
    this.node = at("#card").content.cloneNode(true).firstElementChild;
    fill(this.node);
    this.at("bdi").textContent = name;
    this.at("progress").setAttribute("aria-label", name);
    this.at(".news").setAttribute("aria-label", text("newsOf", { name }));
    this.at(".text").setAttribute("aria-label", text("textOf", { name }));
    this.at(".formats").setAttribute("aria-label", text("downloadOf", { name }));
    const cancel = this.at(".cancel");
    cancel.setAttribute("aria-label", text("cancelOne", { name }));
    cancel.addEventListener("click", () => this.cancel());
    at("#files").append(this.node);
    at("#list").hidden = false;
  }

  at(selector) {
    return at(selector, this.node);
  }

  // `fraction` is null while nobody knows.
  show(state, fraction = null) {
    this.at(".state").textContent = state;
    const bar = this.at("progress");
    if (fraction === null) bar.removeAttribute("value");
    else bar.value = fraction;
  }

  end(state, isBad = false) {
    const cancel = this.at(".cancel");
    if (document.activeElement === cancel) this.at("h3").focus();
    cancel.hidden = this.at("progress").hidden = true;
    this.node.classList.toggle("bad", isBad);
    this.at(".state").textContent = state;
    tell(text("said", { name: this.name, state }));
  }

  // Something that was asked for did not work; the job goes on as it did.
  fail({ message }) {
    this.at(".state").textContent = message;
    tell(text("said", { name: this.name, state: message }));
  }

  cancel() {
    this.at(".cancel").disabled = true;
    this.at(".state").textContent = text("cancelling");
    const place = waiting.indexOf(this);
    if (place >= 0) {
      waiting.splice(place, 1);
      this.end(text("cancelled"));
    } else if (this.jobId) {
      ask(`/api/local/jobs/${this.jobId}/cancel`, { method: "POST" }).catch((error) => {
        this.at(".cancel").disabled = false;
        this.fail(error);
      });
    } else if (this.request) this.request.abort();
  }

  follow(job) {
    this.jobId = job.job_id;
    this.mediaId = job.media_id;
    cards.set(job.job_id, this);
    this.update(job);
    release();
    wake();
  }

  async look(wait) {
    try {
      this.update(await ask(`/api/local/jobs/${this.jobId}?wait_s=${wait}&after=${this.after}`));
    } catch (error) {
      if (error.status !== 404) throw error;
      this.isEnded = true; // somebody deleted it
      this.end(error.message, true);
    }
  }

  update(job) {
    if (this.isEnded) return;
    this.hear(job);
    if (ENDED.has(job.status)) {
      this.isEnded = true;
      if (job.status === "completed") this.finish(job.result || {});
      else if (job.status === "cancelled") this.end(text("cancelled"));
      else this.end(sentence(job.error), true);
    } else if (job.is_cancelling) this.show(text("cancelling"));
    else this.progress(job.status, job.progress || {});
  }

  progress(status, { fraction = null, stage = "", eta_s: eta = null }) {
    if (status === "queued") return this.show(text("queued"));
    const percent = Math.floor(100 * (fraction || 0));
    const named = stage ? stage[0].toUpperCase() + stage.slice(1) : "Transcribing";
    const state = fraction ? text("running", { percent }) : text("preparing", { stage: named });
    this.show(eta ? text("left", { state, time: clock(eta) }) : state, fraction || null);
  }

  // New words are gathered, so that whoever listens is not interrupted at every one of them.
  hear(job) {
    if (!job.news_next || job.news_next <= this.after) return;
    this.after = job.news_next;
    this.heard.push(...(job.news || []).map((piece) => piece.text));
    if (!this.timer) this.timer = setTimeout(() => this.write(), this.at(".news").hidden ? 0 : NEWS_MS);
  }

  write() {
    this.timer = 0;
    if (this.isEnded || !this.heard.length) return;
    const box = this.at(".news");
    const isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
    box.hidden = false;
    box.append(paragraph(this.heard.splice(0).join(" ")));
    while (box.childElementCount > 100) box.firstElementChild.remove();
    if (isAtEnd) box.scrollTop = box.scrollHeight;
  }

  finish({ words = 0, duration_s: duration = 0, notes = [], files = [] }) {
    const box = this.at(".news"), hadFocus = document.activeElement === box;
    this.end(text("done", { words: words.toLocaleString(language), time: clock(duration) }));
    box.hidden = true;
    if (hadFocus) this.at("h3").focus();
    this.at(".result").hidden = false;
    this.at(".notes").append(...notes.map((note) => element("li", note)));
    this.at(".paths").append(...files.map((file) => element("li", file.path)));
    this.at(".saved").hidden = !files.length;
    for (const [format, label] of FORMATS) {
      const button = element("button", label);
      button.type = "button";
      button.addEventListener("click", () => this.download(format, button));
      this.at(".formats").append(button);
    }
    this.at(".more").addEventListener("click", () => this.read());
    this.read();
  }

  async read() {
    const query = new URLSearchParams({ media_id: this.mediaId, most: PAGE_CHARACTERS });
    if (this.cursor) query.set("cursor", this.cursor);
    try {
      const page = await ask(`/api/local/sessions/${sessionId}/transcript?${query}`);
      const said = page.segments.map((piece) =>
        paragraph(`${clock(piece.start_s)} ${piece.speaker ? `${piece.speaker}: ` : ""}${piece.text}`));
      this.at(".text").append(...said);
      this.cursor = page.next_cursor;
      const more = this.at(".more");
      if (!this.cursor && document.activeElement === more) this.at(".text").focus();
      more.hidden = !this.cursor;
    } catch (error) {
      this.fail(error);
    }
  }

  async download(format, button) {
    button.disabled = true;
    try {
      const query = new URLSearchParams({ media_id: this.mediaId });
      const path = `/api/local/sessions/${sessionId}/documents/${format}?${query}`;
      const address = URL.createObjectURL(await ask(path, { raw: true }));
      const link = document.createElement("a");
      link.href = address;
      link.download = `${this.name.replace(/\.[^.]*$/, "") || "transcript"}.${format}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60000);
    } catch (error) {
      this.fail(error);
    }
    button.disabled = false;
    button.focus();
  }

  // Hand the file over; resolves whatever becomes of it.
  send() {
    return new Promise((resolve) => {
      const request = (this.request = new XMLHttpRequest());
      const form = new FormData();
      form.append("files", this.file, this.file.name);
      request.open("POST", `/api/upload-video/nemo_agent/me/${sessionId}?then=transcribe`);
      request.setRequestHeader("Authorization", `Bearer ${token}`);
      request.responseType = "json";
      request.upload.onprogress = ({ loaded, total }) => {
        const fraction = total ? loaded / total : 0;
        if (loaded < total) this.show(text("sending", { percent: Math.floor(100 * fraction) }), fraction);
        else this.show(text("checking"));
      };
      request.onload = () => this.taken(request);
      request.onerror = () => this.end(text("unsent"), true);
      request.onabort = () => this.end(text("cancelled"));
      request.onloadend = resolve;
      request.send(form);
    });
  }

  taken({ status, response }) {
    this.file = null;
    try {
      const { jobs = [] } = opened(status, response);
      if (jobs.length) this.follow(jobs[0]);
      else this.end(text("stored"));
    } catch (error) {
      this.end(error.message, true);
    }
  }
}

function element(name, content) {
  const node = document.createElement(name);
  node.textContent = content;
  return node;
}

const paragraph = (content) => element("p", content);

function sentence(error) {
  if (!error) return text("lost");
  return `${error.what}: ${error.why}.${error.remedy ? ` ${error.remedy}.` : ""}`;
}

// Take files from a drop or the chooser; one after the other is sent.
function take(files, folders = new Set()) {
  for (const file of files) {
    const card = new Card(file.name, file);
    if (folders.has(file.name)) card.end(text("folder"), true);
    else if (!file.size) card.end(text("empty"), true);
    else if (file.size > most) card.end(text("tooLarge", { size: size(file.size), most: size(most) }), true);
    else {
      card.show(text("waiting"), 0);
      waiting.push(card);
      tell(text("said", { name: card.name, state: text("waiting") }));
    }
  }
  release();
  sendAll();
}

async function sendAll() {
  if (isSending || !sessionId) return;
  isSending = true;
  while (waiting.length) await waiting.shift().send();
  isSending = false;
  release();
}

// The page may be closed once everything was handed over and work on it has started.
function release() {
  const box = at("#close"), isFree = cards.size > 0 && !isSending && !waiting.length;
  if (isFree && box.hidden) tell(text("close"));
  box.hidden = !isFree;
}

// What every job does now, over and over; an open page is known by its asking.
async function watch() {
  for (;;) {
    try {
      await look();
      complain("");
      if (![...cards.values()].some((card) => !card.isEnded)) await rest(REST_MS);
    } catch (error) {
      complain(error.message);
      if (isFinal(error)) return;
      await rest(REST_MS);
    }
  }
}

async function look() {
  const { sessions } = await ask("/api/local/sessions");
  if (!sessions.length) throw new Refused(text("none"), 403);
  sessionId = sessions[0].session_id;
  sendAll();
  if (!isSending) for (const job of sessions[0].jobs || []) meet(job);
  const open = [...cards.values()].filter((card) => !card.isEnded);
  await Promise.all(open.slice(0, MOST_ASKED).map((card, place) => card.look(place ? 0 : WAIT_S)));
  const bar = at(".card progress[value]:not([hidden])");
  document.title = bar ? `${Math.floor(100 * bar.value)} % · ${text("title")}` : text("title");
}

// A job of before the page was loaded, or one that the assistant began.
function meet(job) {
  if (job.kind === "transcribe" && !cards.has(job.job_id)) new Card(job.media_name || "…").follow(job);
}

const zone = at("#zone"), input = at("#input");
zone.addEventListener("click", () => input.click());
at("#choose").addEventListener("click", (event) => {
  event.stopPropagation();
  input.click();
});
input.addEventListener("click", (event) => event.stopPropagation());
input.addEventListener("change", () => {
  take([...input.files]);
  input.value = "";
});
// Anywhere on the page: a file that misses the zone would else replace the page.
for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    const isOver = kind === "dragenter" || kind === "dragover";
    zone.classList.toggle("over", isOver);
  });
}
document.addEventListener("drop", ({ dataTransfer }) => {
  const entries = [...dataTransfer.items].map((item) => item.webkitGetAsEntry?.());
  const folders = entries.filter((entry) => entry?.isDirectory).map((entry) => entry.name);
  take([...dataTransfer.files], new Set(folders));
});
addEventListener("beforeunload", (event) => {
  if (isSending) event.preventDefault();
});

document.documentElement.lang = language;
document.title = text("title");
fill(document);
at("#most").textContent = text("most", { most: size(most) });
if (token) watch();
else complain(text("none"));
