"use strict";
// Draws the frames of `scene` with 3Dmol. Lengths are scaled so that neighbours are 2 apart: 3Dmol's camera is made for Angstrom.
(() => {
  const frames = scene.frames, scale = 2 / scene.spacing;
  const floats = text => new Float32Array(Uint8Array.from(atob(text), c => c.charCodeAt(0)).buffer);
  const viewer = $3Dmol.createViewer("canvas", { backgroundColor: "white", antialias: true, disableFog: true });
  if (!viewer) throw new Error("this browser has no WebGL");
  viewer.setProjection(scene.dimension < 3 ? "orthographic" : "perspective");

  const neighbours = scene.types.map(() => []);
  scene.bonds.forEach(([i, j], k) => { neighbours[i].push([j, k]); neighbours[j].push([i, k]); });
  const hidden = new Set(), hiddenTypes = new Set();
  let size = 1, shown = -1, picked = -1, range = null;

  // The bath is a model of its own, because 3Dmol gives one opacity to a model.
  const bath = scene.types.map(t => scene.typeTable[t].bath);
  const groups = [false, true].map(which => {
    const members = scene.types.map((_, i) => i).filter(i => bath[i] === which);
    if (members.length === 0) return null;
    const model = viewer.addModel();
    model.addAtoms(members.map(i => ({ elem: "X", serial: i, x: 0, y: 0, z: 0, bonds: [], bondOrder: [] })));
    const atoms = model.selectedAtoms({});
    model.addFrame(atoms);
    return { which, members, model, atoms, place: new Map(members.map((i, a) => [i, a])) };
  }).filter(g => g);

  function setBonds() {
    for (const group of groups) group.atoms.forEach((atom, a) => {
      const kept = neighbours[group.members[a]].filter(([, k]) => !hidden.has(k));
      atom.bonds = kept.map(([j]) => group.place.get(j));
      atom.bondOrder = kept.map(() => 1);
    });
  }

  function setStyles(colors) {
    for (const group of groups) group.atoms.forEach((atom, a) => {
      const i = group.members[a], type = scene.typeTable[scene.types[i]];
      const color = colors ? ramp(colors[i]) : type.color;
      const off = hiddenTypes.has(scene.types[i]);
      const sphere = { radius: 0.84 * type.scale * size, color, hidden: off };
      if (group.which && !colors) sphere.opacity = 0.4;
      atom.color = color;
      atom.style = { sphere };
      if (neighbours[i].length > 0) atom.style.stick = { radius: 0.25, color, hidden: off };
    });
  }

  function ramp(value) {
    if (!Number.isFinite(value) || !range) return "#9aa5b1";
    const table = scene.ramp, t = range[1] > range[0] ? (value - range[0]) / (range[1] - range[0]) : 0.5;
    const p = Math.min(Math.max(t, 0), 1) * (table.length - 1), i = Math.min(Math.floor(p), table.length - 2);
    const channel = s => Math.round(parseInt(table[i].substr(s, 2), 16) * (i + 1 - p) + parseInt(table[i + 1].substr(s, 2), 16) * (p - i));
    return `rgb(${channel(1)},${channel(3)},${channel(5)})`;
  }

  function drawBox(box) {
    viewer.removeAllShapes();
    if (!box || !document.getElementById("box").checked) return;
    const at = (a, b, c) => ({
      x: scale * (a * box[0] + b * box[3] + c * box[6]),
      y: scale * (a * box[1] + b * box[4] + c * box[7]),
      z: scale * (a * box[2] + b * box[5] + c * box[8]),
    });
    const edge = (start, end) => viewer.addCylinder({ start, end, radius: 0.06, color: "#555", fromCap: 2, toCap: 2 });
    for (const u of [0, 1]) for (const v of scene.dimension < 3 ? [0] : [0, 1]) {
      edge(at(0, u, v), at(1, u, v));
      edge(at(u, 0, v), at(u, 1, v));
      if (scene.dimension === 3) edge(at(u, v, 0), at(u, v, 1));
    }
  }

  function drawLabels(box, r) {
    viewer.removeAllLabels();
    const style = { fontSize: 13, fontColor: "#333", backgroundColor: "#fff", backgroundOpacity: 0.7, inFront: true, alignment: "center" };
    const text = x => Number(x.toPrecision(4)) + (scene.units.length ? " " + scene.units.length : "");
    if (box && document.getElementById("box").checked) {
      ["a", "b", "c"].slice(0, scene.dimension).forEach((name, k) => {
        // Beside the middle of its edge, away from the middle of the box.
        const edge = box.slice(3 * k, 3 * k + 3);
        const diagonal = d => box[d] + box[d + 3] + (scene.dimension < 3 ? 0 : box[d + 6]);
        const [x, y, z] = [0, 1, 2].map(d => scale * (edge[d] / 2 - 0.06 * (diagonal(d) - edge[d])));
        viewer.addLabel(`${name} = ${text(Math.hypot(...edge))}`, { ...style, position: { x, y, z } });
      });
    }
    if (picked >= 0) {
      const [x, y, z] = r.slice(3 * picked, 3 * picked + 3);
      viewer.addLabel(`particle ${picked} (${scene.typeTable[scene.types[picked]].name}): ${text(x)}, ${text(y)}, ${text(z)}`, {
        ...style, fontColor: "#fff", backgroundColor: "#222",
        position: { x: scale * x, y: scale * y, z: scale * z },
      });
    }
  }

  function boxOf(k) {
    while (k > 0 && frames[k].box === undefined) k--;
    return frames[k].box;
  }

  function show(k, restyle = false) {
    const frame = frames[k], r = floats(frame.r), box = boxOf(k);
    for (const group of groups) group.atoms.forEach((atom, a) => {
      const i = 3 * group.members[a];
      atom.x = scale * r[i];
      atom.y = scale * r[i + 1];
      atom.z = scale * r[i + 2];
    });
    const hide = frame.hide || [];
    if (shown < 0 || hide.length > 0 || hidden.size > 0) {
      hidden.clear();
      hide.forEach(b => hidden.add(b));
      setBonds();
    }
    if (shown < 0 || restyle || scene.property) setStyles(scene.property ? floats(frame.c) : null);
    for (const group of groups) group.model.setFrame(0);
    if (shown < 0 || restyle || box !== boxOf(shown)) drawBox(box);
    drawLabels(box, r);
    if (shown < 0) {
      viewer.zoomTo();
      if (scene.dimension === 3) { viewer.rotate(20, "y"); viewer.rotate(15, "x"); }
      viewer.zoom(1.2);
    }
    viewer.render();
    shown = k;
    showStatus(k, frames.length, frame, scene.units);
  }

  if (scene.property) {
    range = [Infinity, -Infinity];
    for (const frame of frames) for (const value of floats(frame.c)) if (Number.isFinite(value)) {
      range = [Math.min(range[0], value), Math.max(range[1], value)];
    }
    if (range[0] > range[1]) range = null;
    const number = x => Number(x.toPrecision(4)).toString().replace("-", "−");
    document.getElementById("ramp-low").textContent = range ? number(range[0]) : "n/a";
    document.getElementById("ramp-high").textContent = range ? number(range[1]) : "n/a";
  }

  const again = () => show(shown, true);
  document.getElementById("size").oninput = event => { size = Number(event.target.value); again(); };
  document.getElementById("box").onchange = again;
  document.querySelectorAll("[data-type]").forEach(input => {
    input.onchange = () => {
      hiddenTypes[input.checked ? "delete" : "add"](Number(input.dataset.type));
      again();
    };
  });
  for (const group of groups) {
    group.model.setClickable({}, true, atom => { picked = picked === atom.serial ? -1 : atom.serial; again(); });
  }
  startPlayer(frames.length, show);
})();
