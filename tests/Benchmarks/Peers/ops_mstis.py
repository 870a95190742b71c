"""Times multiple-state TIS of OpenPathSampling's toy engine, default scheme, on the three wells that `Benchmarks paths` uses.

Usage: python3 ops_mstis.py [moves] [netCDF file]        needs openpathsampling importable; prints moves per CPU second, then the size of
the file in bytes (0 without one). One step a frame, states r < 0.2 around the wells, interfaces 0.2, 0.3, 0.4, outer interface 0.5.
"""
import logging
import os
import sys
import time

import numpy as np
import openpathsampling as paths
import openpathsampling.engines.toy as toys

logging.disable(logging.CRITICAL)
moves = int(sys.argv[1]) if len(sys.argv) > 1 else 300
file = sys.argv[2] if len(sys.argv) > 2 else None

surface = toys.OuterWalls([1.0, 1.0], [0.0, 0.0])
centers = {"A": [-0.5, -0.5], "B": [0.5, -0.5], "C": [0.0, 0.4]}
for center in centers.values():
    surface = surface + toys.Gaussian(-0.7, [12.0, 12.0], center)
topology = toys.Topology(n_spatial=2, masses=[1.0, 1.0], pes=surface)


def make_engine(temperature):
    integrator = toys.LangevinBAOABIntegrator(dt=0.02, temperature=temperature, gamma=2.5)
    return toys.Engine({"integ": integrator, "n_frames_max": 5000, "n_steps_per_frame": 1}, topology)


engine = make_engine(0.1)
hot = make_engine(0.25)


def distance(snapshot, center):
    import numpy
    return numpy.sqrt((snapshot.xyz[0][0] - center[0]) ** 2 + (snapshot.xyz[0][1] - center[1]) ** 2)


states, sets = [], []
for name, center in centers.items():
    cv = paths.FunctionCV("op" + name, distance, center=center)
    states.append(paths.CVDefinedVolume(cv, 0.0, 0.2).named(name))
    sets.append(paths.VolumeInterfaceSet(cv, 0.0, [0.2, 0.3, 0.4]))
outer = paths.MSOuterTISInterface.from_lambdas({interfaces: 0.5 for interfaces in sets})
network = paths.MSTISNetwork(list(zip(states, sets)), ms_outers=outer).named("mstis")
scheme = paths.DefaultScheme(network, engine=engine)

# Hot dynamics between all states holds paths of most ensembles; what is missing is extended.
snapshot = toys.Snapshot(coordinates=np.array([[-0.5, -0.5]]), velocities=np.array([[0.1, 0.1]]), engine=engine)
start, frames = None, []
for attempt in range(40):
    piece = hot.generate(snapshot, [paths.VisitAllStatesEnsemble(states, progress="silent").can_append])
    snapshot = piece[-1]
    calm = engine.generate(snapshot, running=[paths.LengthEnsemble(400).can_append])
    start = scheme.initial_conditions_from_trajectories([piece, calm], sample_set=start)
    if not scheme.check_initial_conditions(start)[0]:
        break
    snapshot = calm[-1]
scheme.assert_initial_conditions(start)

silent = paths.PathSampling(storage=None, move_scheme=scheme, sample_set=start)
silent.output_stream = open("/dev/null", "w")
silent.run(200)

storage = paths.Storage(file, "w", template=snapshot) if file else None
sampler = paths.PathSampling(storage=storage, move_scheme=scheme, sample_set=silent.sample_set)
sampler.output_stream = open("/dev/null", "w")
sampler.save_frequency = 50
begin = time.process_time()
sampler.run(moves)
seconds = time.process_time() - begin
print(f"{moves / seconds:.2f}")
if storage is not None:
    storage.sync_all()
    storage.close()
print(os.path.getsize(file) if file else 0)
